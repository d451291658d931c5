/**
 * How the verb {@code shell} reads: line editing, history and completion, all that knows JLine.
 *
 * <p>In: a terminal or a script, and the model. Out: whole inputs, a command or SQL up to its
 * semicolon, through {@link io.calque.cli.shell.ShellInput}. What they do is the business of {@code
 * io.calque.cli}.
 *
 * <p>{@link io.calque.cli.shell.Completion} looks at the text alone: {@code StatementOutline} says
 * what is expected at the cursor and which entities are in scope there, however unfinished the
 * statement is.
 */
package io.calque.cli.shell;
