package io.calque.cli.init;

import io.calque.model.SemanticModel;
import io.calque.model.write.ModelNotes;
import java.util.List;

/**
 * A model that a warehouse's tables suggest.
 *
 * @param notes for whoever reads its files: what is declared, what was guessed, and why
 * @param leftOut tables that are in no way part of it, each with the reason
 * @param summary how much of it is declared and how much guessed, a line each
 */
public record FirstModel(
    SemanticModel model, ModelNotes notes, List<String> leftOut, List<String> summary) {
  public FirstModel {
    leftOut = List.copyOf(leftOut);
    summary = List.copyOf(summary);
  }
}
