package io.calque.model.read;

/**
 * What all validators share.
 *
 * @param directory all entities
 * @param dependencies filled by each validator with what it has checked
 */
record Checks(Directory directory, Dependencies dependencies, Problems problems, LeftOut leftOut) {
  /** For a part of the model that is checked beside other parts, which it does not hear of. */
  Checks apart() {
    return new Checks(directory, new Dependencies(), new Problems(), new LeftOut(leftOut));
  }

  /** Adds what was found in a part. */
  void addAll(Checks part) {
    dependencies.addAll(part.dependencies);
    problems.addAll(part.problems);
    leftOut.addAll(part.leftOut);
  }
}
