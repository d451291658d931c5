/**
 * SQL as BI tools and SQL clients write it: their nesting, quoting, probes and idioms over the
 * market of the transcripts, each compared with hand-written SQL on the tables. Each shape says
 * where it was seen.
 */
package io.calque.tools;
