/**
 * The driver behind Avatica's HTTP server, for {@code jdbc:avatica:remote:} clients on other
 * machines.
 *
 * <p>In: Avatica's requests, as protocol buffers in HTTP. Out: its responses, and {@code /health}.
 * {@link io.calque.serve.ModelServer} listens; {@link io.calque.serve.Gate} lets in who is known
 * ({@link io.calque.serve.Authentication}) and reads the request ({@link
 * io.calque.serve.Envelope}); {@link io.calque.serve.RemoteService} answers it from one of the
 * {@link io.calque.serve.Sessions}. A {@link io.calque.serve.Session} is one connection of the
 * driver's with its {@link io.calque.serve.RemoteStatement}s, reached through {@code java.sql}
 * alone; {@link io.calque.serve.WireColumns} turns rows into what the protocol can carry.
 *
 * <p>Avatica's own back end, {@code JdbcMeta}, is not used: it reads the first rows of a result in
 * one time zone and the others in another, has no limits, and sends stack traces.
 *
 * <p>Only {@code calque serve} loads these classes, and Jetty with them.
 */
package io.calque.serve;
