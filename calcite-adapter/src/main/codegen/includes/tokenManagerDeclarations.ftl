    /** Reads on to the end of a string such as $$it's$$ or $tag$it's$tag$, whose opening was just matched. */
    void readDollarQuoted(Token opening) {
      final StringBuilder text = new StringBuilder(opening.image);
      final String end = opening.image;
      try {
        do {
          text.append(input_stream.readChar());
        } while (text.length() < 2 * end.length() || !text.substring(text.length() - end.length()).equals(end));
      } catch (java.io.IOException e) {
        throw new TokenMgrError(
            "unclosed string", TokenMgrError.LEXICAL_ERROR);
      }
      opening.image = text.toString();
      opening.endLine = input_stream.getEndLine();
      opening.endColumn = input_stream.getEndColumn();
    }
