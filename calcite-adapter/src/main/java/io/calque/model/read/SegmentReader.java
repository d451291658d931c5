package io.calque.model.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads Segment's Data Graph, of version v0.0.6 and v1.0.0. */
final class SegmentReader implements ModelReader {
  private static final String ENDING = ".hcl";
  private static final Pattern GRAPH =
      Pattern.compile("^[ \\t]*data_graph\\b[ \\t]*[^\\s:=]?[ \\t]*$", Pattern.MULTILINE);

  /** Which blocks may stand in which; the file itself has no name. */
  private static final Map<String, Set<String>> GRAMMAR =
      Map.of(
          "", Set.of("data_graph"),
          "data_graph", Set.of("entity", "profile"),
          "profile", Set.of("relationship"),
          "relationship", Set.of("external_id", "trait", "junction_table", "relationship"));

  @Override
  public String format() {
    return "Segment";
  }

  @Override
  public String recognisedBy() {
    return "a file with data_graph { … }, or a folder with one that is called *.hcl";
  }

  @Override
  public boolean recognises(ModelFiles files) throws IOException {
    return !graphs(files).isEmpty();
  }

  private static List<Path> graphs(ModelFiles files) throws IOException {
    return files.endingIn(ENDING).stream()
        .filter(file -> files.isText(file, text -> GRAPH.matcher(text).find()))
        .toList();
  }

  @Override
  public ModelDraft read(ModelFiles files, LoadOptions options, Problems problems, LeftOut leftOut)
      throws IOException {
    List<Path> graphs = graphs(files);
    Optional<Path> graph = graphs.isEmpty() ? files.single() : Optional.of(graphs.get(0));
    if (graph.isEmpty()) {
      problems.add(
          Rule.NO_MODEL,
          files.start(),
          "",
          "there is no Data Graph here",
          "write it into a file *.hcl that begins data_graph {");
      return new ModelDraft(List.of(), List.of());
    }
    graphs.stream()
        .skip(1)
        .forEach(
            other ->
                problems.add(
                    Rule.GRAPH_BLOCK,
                    files.startOf(other),
                    "",
                    "there is a second Data Graph beside " + files.shown(graph.get()),
                    "keep one in this folder, or name the file itself as the model"));
    return files
        .text(graph.get(), Rule.GRAPH_SYNTAX, "", problems)
        .map(
            text ->
                new SegmentGraph(
                        text, HclParser.parse(text, GRAMMAR, problems), options, problems, leftOut)
                    .read())
        .orElseGet(() -> new ModelDraft(List.of(), List.of()));
  }
}
