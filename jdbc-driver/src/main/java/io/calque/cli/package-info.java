/**
 * The command line: {@code java -jar calque.jar <verb> …}.
 *
 * <p>In: arguments and a {@link io.calque.cli.Terminal}. Out: text on its streams and an exit code;
 * see {@link io.calque.cli.Main}. All verbs are in one list, {@link io.calque.cli.Verbs}. They talk
 * to Calque as any program does, through {@code java.sql}; only {@code check} reads models itself,
 * and only {@code init} a warehouse.
 *
 * <p>Rows flow from a {@code ResultSet} through {@link io.calque.cli.RowPrinter} into the {@link
 * io.calque.cli.RowWriter} of an {@link io.calque.cli.OutputFormat}, and are never held all at
 * once. {@link io.calque.cli.StatementRunner} runs the statements of {@code query}, {@code explain}
 * and {@code shell}: as {@link io.calque.cli.WrittenSql}, which knows where a person wrote them,
 * and with the values of {@link io.calque.cli.Parameters}.
 */
package io.calque.cli;
