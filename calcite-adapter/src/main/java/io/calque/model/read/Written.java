package io.calque.model.read;

import io.calque.model.Place;

/** A word of a file, and where it stands. */
record Written(String text, Place place) {
  @Override
  public String toString() {
    return text;
  }
}
