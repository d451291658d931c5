package io.calque.metricsql;

import io.calque.joins.SideBySide;

/** The market of the transcripts. */
final class Market {
  private Market() {}

  static SideBySide besideItsTables() {
    return SideBySide.project(Market.class, "/io/calque/transcripts/market", "market");
  }
}
