package io.calque.model.read;

/** What {@link PlainYaml} does not know stands in a file; it says nothing about where and what. */
final class NotPlain extends Exception {
  static final NotPlain HERE = new NotPlain();

  private static final long serialVersionUID = 1L;

  private NotPlain() {
    super("not plain", null, false, false);
  }
}
