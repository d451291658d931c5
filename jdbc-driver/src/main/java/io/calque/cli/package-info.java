/** The command line: the verbs of {@code java -jar calque.jar}. */
package io.calque.cli;
