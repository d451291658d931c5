package io.calque.corpus;

import java.util.Set;

/**
 * One statement of a corpus.
 *
 * @param family the file it is from, without the extension
 * @param name unique in its corpus
 * @param flags what its header line says in brackets; each corpus gives them their meaning
 * @param sql the text, without white space at both ends
 */
record CorpusStatement(String family, String name, Set<String> flags, String sql) {
  @Override
  public String toString() {
    return family + "/" + name;
  }
}
