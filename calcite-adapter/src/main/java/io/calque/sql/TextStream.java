package io.calque.sql;

import java.io.IOException;
import java.io.Reader;

/**
 * A text for the generated lexer, all of it in the buffer from the start; what JavaCC's own class
 * takes room for, and reads piece by piece, is many times the length of most statements.
 */
final class TextStream extends SimpleCharStream {
  /** The lexer wants to hear of the end in this way, which needs no stack trace. */
  private static final IOException END =
      new IOException("the end of the text") {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
          return this;
        }
      };

  TextStream(String text) {
    super(Reader.nullReader(), 1, 1, text.length() + 1);
    text.getChars(0, text.length(), buffer, 0);
    maxNextCharInd = text.length();
    setTabSize(1);
  }

  @Override
  protected void FillBuff() throws IOException {
    bufpos--;
    backup(0);
    if (tokenBegin == -1) {
      tokenBegin = bufpos;
    }
    throw END;
  }
}
