package io.calque.metricsql;

import io.calque.joins.SideBySide;

/** The market of the transcripts. */
public final class Market {
  private Market() {}

  /** The market's project, and its tables without a model. */
  public static SideBySide besideItsTables() {
    return SideBySide.project(Market.class, "/io/calque/transcripts/market", "market");
  }
}
