/**
 * Programs that know nothing of Calque, each driving the demo project through {@code calque.jar}.
 *
 * <p>The jar lies on the class path beside the clients' own jars, and nothing else of Calque does:
 * a client sees what a user's client sees. Clients that cannot run here, such as DBeaver, are
 * replayed: the test makes the calls that their source makes, in its order and with its arguments,
 * and says which class makes each.
 *
 * <p>{@link io.calque.clients.OtherJdksIT} runs all of it again on Java 17 and on the newest Java
 * of the machine.
 */
package io.calque.clients;
