package io.calque.cli.data;

import io.calque.cli.data.BridgeColumns.Bridge;
import io.calque.cli.data.Finding.Kind;
import io.calque.error.NearestNames;
import io.calque.model.DataType;
import io.calque.model.Hop;
import io.calque.model.Join;
import io.calque.model.Node;
import io.calque.model.Node.EntityNode;
import io.calque.model.Node.TableNode;
import io.calque.model.Side;
import io.calque.warehouse.WarehouseColumn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether what each hop of a join compares is there, and can be compared. */
final class HopCheck {
  private final Map<String, EntityCheck.Readable> readable;
  private final BridgeColumns bridges;
  private final Consumer<Finding> findings;

  /**
   * @param readable the entities that can be read, by name in lower case
   */
  HopCheck(
      Map<String, EntityCheck.Readable> readable,
      BridgeColumns bridges,
      Consumer<Finding> findings) {
    this.readable = readable;
    this.bridges = bridges;
    this.findings = findings;
  }

  /** Checks a join; whether all its tables are there with the columns that it compares. */
  boolean check(Join join) {
    List<Node> nodes = join.path().nodes();
    boolean isWhole = true;
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof TableNode bridge) {
        isWhole &= isWhole(join, bridge, i);
      }
    }
    if (isWhole) {
      checkTypes(join);
    }
    return isWhole;
  }

  private boolean isWhole(Join join, TableNode node, int index) {
    Bridge bridge = bridges.of(node.source());
    if (bridge.error().isPresent()) {
      findings.accept(
          new Finding(
              Kind.UNREADABLE,
              join.place(),
              "%s, which the join %s needs, cannot be read".formatted(node, join.name()),
              "every query that uses the join fails: " + bridge.error().get()));
      return false;
    }
    List<Hop> hops = join.path().hops();
    boolean isWhole =
        index == 0 || haveAll(join, node, bridge, hops.get(index - 1), Side.DESTINATION);
    return (index == hops.size() || haveAll(join, node, bridge, hops.get(index), Side.SOURCE))
        && isWhole;
  }

  private boolean haveAll(Join join, TableNode node, Bridge bridge, Hop hop, Side side) {
    List<String> missing =
        hop.predicate().sideRefs(side).stream()
            .filter(name -> bridge.column(name).isEmpty())
            .toList();
    for (String name : missing) {
      findings.accept(
          new Finding(
              Kind.UNREADABLE,
              hop.predicate().place(),
              "%s, which the join %s needs, has no column %s".formatted(node, join.name(), name),
              "every query that uses the join fails; write one of its columns"
                  + NearestNames.hint(name, bridge.names())));
    }
    return missing.isEmpty();
  }

  private void checkTypes(Join join) {
    for (int i = 0; i < join.path().hops().size(); i++) {
      Node from = join.path().nodes().get(i);
      Node to = join.path().nodes().get(i + 1);
      Hop hop = join.path().hops().get(i);
      for (Comparison comparison : Comparison.in(hop)) {
        Optional<DataType> one = kind(from, comparison.source());
        Optional<DataType> other = kind(to, comparison.destination());
        if (one.isPresent() && other.isPresent() && !one.equals(other)) {
          findings.accept(
              new Finding(
                  Kind.JOIN_TYPES,
                  join.path().isDirect() ? join.place() : hop.predicate().place(),
                  "%s compares %s.%s with %s.%s, %s with %s"
                      .formatted(
                          join.name(),
                          from,
                          comparison.source(),
                          to,
                          comparison.destination(),
                          word(one.get()),
                          word(other.get())),
                  "warehouses refuse this, or compare after a conversion that may fail on a row; cast"
                      + " one of the two in the model"));
        }
      }
    }
  }

  /** What a feature that queries see, or a bridge's column, holds; empty if nobody can tell. */
  private Optional<DataType> kind(Node node, String name) {
    Integer jdbcType;
    if (node instanceof EntityNode entity) {
      EntityCheck.Readable found = readable.get(entity.entity().toLowerCase(Locale.ROOT));
      jdbcType = found == null ? null : found.types().get(name.toLowerCase(Locale.ROOT));
    } else {
      jdbcType =
          bridges
              .of(((TableNode) node).source())
              .column(name)
              .map(WarehouseColumn::jdbcType)
              .orElse(null);
    }
    return Optional.ofNullable(jdbcType).flatMap(WarehouseColumn::dataType);
  }

  private static String word(DataType kind) {
    return switch (kind) {
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "a truth value";
      case DATETIME -> "a date";
    };
  }
}
