package io.calque.serve;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.avatica.server.HttpServer;
import org.eclipse.jetty.server.ConnectionLimit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * One model for many machines: Avatica's HTTP server over connections of the driver's. Safe for all
 * threads.
 */
public final class ModelServer {
  /** Sockets that a client may have for each of its connections, and some for {@code /health}. */
  private static final int SOCKETS_EACH = 4;

  private static final int SOCKETS_MORE = 64;

  private final Connection kept;
  private final Sessions sessions;
  private final Gate gate;
  private final Front front;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /**
   * Where to listen, and for whom.
   *
   * @param host a name or address of this machine
   * @param port 0 for one that is free
   * @param tls empty for plain HTTP
   */
  public record Door(String host, int port, Optional<Tls> tls, Authentication authentication) {}

  /** Avatica's server, at one address instead of all, with a limit on sockets. */
  private static final class Front extends HttpServer {
    private final Door door;
    private final int sockets;

    Front(Door door, Gate gate, int sockets) {
      super(door.port(), gate, null, null, door.tls().map(Front::ssl).orElse(null));
      this.door = door;
      this.sockets = sockets;
    }

    private static SslContextFactory.Server ssl(Tls tls) {
      SslContextFactory.Server factory = new SslContextFactory.Server();
      factory.setKeyStore(tls.keyStore());
      factory.setKeyStorePassword(tls.password());
      factory.setIncludeProtocols("TLSv1.2", "TLSv1.3");
      return factory;
    }

    @Override
    protected ServerConnector getServerConnector() {
      ServerConnector connector = super.getServerConnector();
      connector.setHost(door.host());
      HttpConfiguration http =
          connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
      // Jetty remembers a connection's headers whatever their case: a token in another case passed.
      http.setHeaderCacheSize(0);
      connector.getServer().addBean(new ConnectionLimit(sockets, connector));
      return connector;
    }
  }

  private ModelServer(Connection kept, Sessions sessions, Gate gate, Front front) {
    this.kept = kept;
    this.sessions = sessions;
    this.gate = gate;
    this.front = front;
  }

  /** Connects to the model that is served. */
  @FunctionalInterface
  public interface Connector {
    Connection connect() throws SQLException;
  }

  /**
   * Begins to listen.
   *
   * @param connector gives connections to the model; the first one stays open as long as the server
   * @param fixedProperties connection properties that remote clients may not set
   * @throws CalqueException if the address cannot be listened at
   */
  public static ModelServer start(
      Connector connector, Set<String> fixedProperties, Door door, ServeLimits limits)
      throws SQLException, IOException {
    Connection kept = connector.connect();
    Sessions sessions = new Sessions(connector::connect, limits);
    Gate gate =
        new Gate(sessions, door.authentication(), new Health(kept, sessions), fixedProperties);
    Front front = new Front(door, gate, SOCKETS_EACH * limits.connections() + SOCKETS_MORE);
    ModelServer server = new ModelServer(kept, sessions, gate, front);
    try {
      front.start();
      return server;
    } catch (RuntimeException e) {
      server.close();
      Throwable cause = e.getCause() instanceof IOException ? e.getCause() : e;
      throw CalqueException.of(
          ErrorCode.BAD_PROPERTY,
          "%s:%d cannot be listened at: %s".formatted(door.host(), door.port(), cause.getMessage()),
          e);
    }
  }

  /** The port that it listens at. */
  public int port() {
    return front.getPort();
  }

  /** Waits until it has stopped. */
  public void join() throws InterruptedException {
    front.join();
  }

  /** From now on only what has begun goes on. */
  public void beginNothing() {
    sessions.stop();
  }

  /**
   * Begins nothing new, lets what runs end and results be read as long as the limits allow, then
   * ends the rest.
   *
   * @return whether all that ran came to its end
   */
  public boolean stop() throws InterruptedException {
    beginNothing();
    boolean quiet = gate.awaitQuiet(sessions.limits().stopWithin().toNanos());
    close();
    return quiet;
  }

  private void close() {
    if (stopped.compareAndSet(false, true)) {
      sessions.close();
      front.stop();
      try {
        kept.close();
      } catch (SQLException e) {
        org.slf4j.LoggerFactory.getLogger(ModelServer.class)
            .debug("Closing the server's own connection failed", e);
      }
    }
  }
}
