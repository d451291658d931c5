package io.calque.cli.init;

import io.calque.model.Cardinality;
import io.calque.model.Hop;
import io.calque.model.JoinPath;
import io.calque.model.Node;
import io.calque.model.Place;
import io.calque.model.Side;
import io.calque.model.SqlTemplate;
import io.calque.model.SqlTemplate.Part;
import io.calque.model.SqlTemplate.SideRef;
import io.calque.model.SqlTemplate.Text;
import java.util.ArrayList;
import java.util.List;

/** A way to join two entities, before it is decided which of them is on the left. */
sealed interface JoinDraft {
  /** Where parts of a model are that no file holds yet. */
  Place NOWHERE = new Place("", 1, 1);

  /** The entity that stands on the left if this is the first join of the two. */
  String left();

  String right();

  String name();

  /** What has to be known of it; a sentence. */
  String note();

  /** Whether it is the way that everybody means who says nothing else. */
  boolean isPlain();

  /** From that entity to the other one. */
  Cardinality cardinality(String from);

  JoinPath path(String from);

  /** By columns of one of the two tables. */
  record Direct(Link link) implements JoinDraft {
    @Override
    public String left() {
      return isSelf() ? link.from().entity() : link.to().entity();
    }

    @Override
    public String right() {
      return isSelf() ? link.to().entity() : link.from().entity();
    }

    private boolean isSelf() {
      return link.from().equals(link.to());
    }

    @Override
    public String name() {
      return "by_" + String.join("_and_", link.from().source().featuresOf(link.columns()));
    }

    @Override
    public String note() {
      return link.why();
    }

    @Override
    public boolean isPlain() {
      return link.role().isEmpty();
    }

    @Override
    public Cardinality cardinality(String from) {
      Cardinality forward = link.isToOneBack() ? Cardinality.ONE_TO_ONE : Cardinality.MANY_TO_ONE;
      return from.equals(link.from().entity()) ? forward : forward.reversed();
    }

    @Override
    public JoinPath path(String from) {
      List<String> columns = link.from().source().featuresOf(link.columns());
      List<String> referenced = link.to().source().featuresOf(link.referenced());
      boolean isForward = from.equals(link.from().entity());
      Hop hop =
          isForward ? new Hop(equal(columns, referenced)) : new Hop(equal(referenced, columns));
      Node near = new Node.EntityNode(isForward ? link.from().entity() : link.to().entity());
      Node far = new Node.EntityNode(isForward ? link.to().entity() : link.from().entity());
      return new JoinPath(List.of(near, far), List.of(hop));
    }
  }

  /** Over a table of pairs. */
  record Lookup(Junction junction) implements JoinDraft {
    @Override
    public String left() {
      return junction.one().to().entity();
    }

    @Override
    public String right() {
      return junction.other().to().entity();
    }

    @Override
    public String name() {
      return "via_" + junction.table().entity();
    }

    @Override
    public String note() {
      String table = junction.table().source().table().name().toString();
      return "A lookup, as %s holds nothing but pairs. %s"
          .formatted(
              table,
              junction.isDeclared()
                  ? "Both foreign keys are declared."
                  : junction.one().why() + " " + junction.other().why());
    }

    @Override
    public boolean isPlain() {
      return false;
    }

    @Override
    public Cardinality cardinality(String from) {
      Cardinality forward =
          junction.isToOne()
              ? junction.isToOneBack() ? Cardinality.ONE_TO_ONE : Cardinality.MANY_TO_ONE
              : junction.isToOneBack() ? Cardinality.ONE_TO_MANY : Cardinality.MANY_TO_MANY;
      return from.equals(left()) ? forward : forward.reversed();
    }

    @Override
    public JoinPath path(String from) {
      Link first = from.equals(left()) ? junction.one() : junction.other();
      Link second = from.equals(left()) ? junction.other() : junction.one();
      return new JoinPath(
          List.of(
              new Node.EntityNode(first.to().entity()),
              new Node.TableNode(junction.table().source().table().name()),
              new Node.EntityNode(second.to().entity())),
          List.of(
              new Hop(equal(first.to().source().featuresOf(first.referenced()), first.columns())),
              new Hop(
                  equal(second.columns(), second.to().source().featuresOf(second.referenced())))));
    }
  }

  /** The condition that columns of the source equal those of the destination. */
  private static SqlTemplate equal(List<String> source, List<String> destination) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      if (i > 0) {
        parts.add(new Text(" AND "));
      }
      parts.add(new SideRef(Side.SOURCE, source.get(i)));
      parts.add(new Text(" = "));
      parts.add(new SideRef(Side.DESTINATION, destination.get(i)));
    }
    return new SqlTemplate(parts, NOWHERE);
  }
}
