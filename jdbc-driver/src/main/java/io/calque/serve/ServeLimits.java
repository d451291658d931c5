package io.calque.serve;

import java.time.Duration;

/**
 * What a server lets its clients have.
 *
 * @param connections open at once
 * @param statements open at once in one connection
 * @param frameRows in one response, whatever the client asks for
 * @param rowsInFlight read and not yet sent, in all responses together
 * @param idle how long a connection may go without a request before it is closed
 * @param queryTimeout for execution and reading together; zero for none
 * @param stopWithin how long running queries may go on once the server is told to stop
 */
public record ServeLimits(
    int connections,
    int statements,
    int frameRows,
    int rowsInFlight,
    Duration idle,
    Duration queryTimeout,
    Duration stopWithin) {
  public ServeLimits {
    frameRows = Math.min(frameRows, rowsInFlight);
  }
}
