package io.calque.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.calcite.avatica.metrics.noop.NoopMetricsSystem;
import org.apache.calcite.avatica.remote.Handler;
import org.apache.calcite.avatica.remote.ProtobufHandler;

/** Answers one request in bytes by bytes, errors without Avatica's stack traces. */
final class RemoteHandler extends ProtobufHandler {
  private static final Envelope ENVELOPE = new Envelope();

  RemoteHandler(RemoteService service) {
    super(service, ENVELOPE, NoopMetricsSystem.getInstance());
  }

  @Override
  public Handler.HandlerResponse<byte[]> convertToErrorResponse(Exception e) {
    try {
      return new Handler.HandlerResponse<>(
          ENVELOPE.serializeResponse(WireErrors.of(e)), HTTP_INTERNAL_SERVER_ERROR);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
