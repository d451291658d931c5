package io.calque.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.calcite.avatica.remote.Handler.HandlerResponse;
import org.apache.calcite.avatica.remote.Service.RpcMetadataResponse;
import org.apache.calcite.avatica.server.AvaticaHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a request meets first: who sends it, is it one, and is it small enough? */
final class Gate extends AbstractHandler implements AvaticaHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private static final int TOO_LARGE = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;

  /** A query's text and its parameters; nobody writes more by hand or by program. */
  private static final int LARGEST_REQUEST = 16 << 20;

  /** As Avatica's JSON client reads an error. */
  private static final String JSON_REFUSED =
      """
      {"response":"error","exceptions":[],"errorMessage":"this server speaks protocol buffers; \
      add ;serialization=protobuf to the URL","errorCode":103,"sqlState":"0A000",\
      "severity":"ERROR","rpcMetadata":null}""";

  private final Sessions sessions;
  private final Authentication authentication;
  private final RowBudget budget;
  private final Health health;
  private final Set<String> fixedProperties;
  private final AtomicInteger running = new AtomicInteger();

  Gate(
      Sessions sessions,
      Authentication authentication,
      Health health,
      Set<String> fixedProperties) {
    this.sessions = sessions;
    this.authentication = authentication;
    this.budget = new RowBudget(sessions.limits().rowsInFlight());
    this.health = health;
    this.fixedProperties = Set.copyOf(fixedProperties);
  }

  @Override
  public void setServerRpcMetadata(RpcMetadataResponse metadata) {
    // Clients are told nothing of the machine that serves them.
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    base.setHandled(true);
    running.incrementAndGet();
    try {
      if (target.equals("/health")) {
        health(request, response);
      } else {
        call(request, response);
      }
    } finally {
      running.decrementAndGet();
      synchronized (this) {
        notifyAll();
      }
    }
  }

  private void health(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!request.getMethod().matches("GET|HEAD")) {
      refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "GET /health");
      return;
    }
    try {
      Health.Answer answer = health.answer();
      response.setHeader("Cache-Control", "no-store");
      send(
          response,
          answer.isUp() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          "application/json",
          answer.json().getBytes(StandardCharsets.UTF_8));
    } catch (SQLException e) {
      LOG.warn("The server's own connection does not answer", e);
      refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "{\"status\":\"down\"}");
    }
  }

  private void call(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String authorization = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    Optional<String> user = authentication.user(authorization);
    if (user.isEmpty()) {
      authentication.challenges().forEach(way -> response.addHeader("WWW-Authenticate", way));
      refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Who are you?");
      return;
    }
    if (!request.getMethod().equals("POST")) {
      refuse(
          response,
          HttpServletResponse.SC_METHOD_NOT_ALLOWED,
          "This is Calque, for JDBC clients: jdbc:avatica:remote:url=<this>;serialization=protobuf");
      return;
    }
    Optional<byte[]> body = read(request.getInputStream());
    if (body.isEmpty()) {
      refuse(response, TOO_LARGE, "The request is too large.");
    } else if (body.get().length > 0 && body.get()[0] == '{') {
      send(
          response,
          HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
          "application/json",
          JSON_REFUSED.getBytes(StandardCharsets.UTF_8));
    } else {
      answer(user.get(), body.get(), response);
    }
  }

  /** The whole body; empty if it is too large. */
  private static Optional<byte[]> read(InputStream in) throws IOException {
    byte[] body = in.readNBytes(LARGEST_REQUEST + 1);
    return body.length > LARGEST_REQUEST ? Optional.empty() : Optional.of(body);
  }

  private void answer(String user, byte[] body, HttpServletResponse response) throws IOException {
    try (RowBudget.Share share = budget.share()) {
      RemoteService service = new RemoteService(sessions, user, share, fixedProperties);
      HandlerResponse<byte[]> answer = new RemoteHandler(service).apply(body);
      send(response, answer.getStatusCode(), "application/octet-stream", answer.getResponse());
    }
  }

  private static void refuse(HttpServletResponse response, int status, String text)
      throws IOException {
    send(response, status, "text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns when the network has it all, so that a server may stop after it. */
  private static void send(HttpServletResponse response, int status, String type, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(body.length);
    try (OutputStream out = response.getOutputStream()) {
      out.write(body);
    }
  }

  /**
   * Waits until no request runs and no result is half read.
   *
   * @param nanos at most so long
   * @return false if the time was not enough
   */
  synchronized boolean awaitQuiet(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    while (running.get() > 0 || sessions.hasOpenResult()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
