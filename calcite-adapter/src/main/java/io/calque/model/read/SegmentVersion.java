package io.calque.model.read;

import java.util.Optional;

/** The versions of Data Graphs, and how deep Segment takes them, the profile included. */
enum SegmentVersion {
  BETA("v0.0.6", 4),
  CURRENT("v1.0.0", 6);

  private final String written;
  private final int deepest;

  SegmentVersion(String written, int deepest) {
    this.written = written;
    this.deepest = deepest;
  }

  int deepest() {
    return deepest;
  }

  String written() {
    return written;
  }

  /** The version that a graph says; a missing or unknown one is a problem and counts as current. */
  static SegmentVersion of(Optional<Written> version, HclBlock graph, Problems problems) {
    for (SegmentVersion known : values()) {
      if (version.filter(v -> v.text().equals(known.written)).isPresent()) {
        return known;
      }
    }
    problems.add(
        Rule.GRAPH_VERSION,
        version.map(Written::place).orElse(graph.place()),
        "",
        version
            .map(v -> "the version " + Shown.name(v.text()) + " is not known")
            .orElse("the graph does not say its version"),
        "write version = \"v1.0.0\"; until then it is read as that");
    return CURRENT;
  }
}
