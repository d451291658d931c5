/**
 * Transcripts: SQL scripts that show, construct by construct, what a query gives and what the
 * warehouse is asked for it. Read them in order; they are in the resources of this package, under
 * {@code scripts}, beside the model that they ask.
 *
 * <p>To take over what has changed, run the test with {@code -Dtranscripts.rewrite=true} and review
 * the difference in git.
 */
package io.calque.transcripts;
