package io.calque.model.read;

import io.calque.model.DataType;
import io.calque.model.Place;
import java.util.List;
import java.util.Optional;

/**
 * A semantic model of an Apache Ossie document, as its file has it, in the dialect that is used.
 *
 * @param place of the model in its file
 */
record OssieModel(
    Written name,
    List<Dataset> datasets,
    List<Link> relationships,
    List<Expression> metrics,
    Place place) {
  OssieModel {
    datasets = List.copyOf(datasets);
    relationships = List.copyOf(relationships);
    metrics = List.copyOf(metrics);
  }

  /**
   * What rows there are.
   *
   * @param source a table or a query
   * @param keys the primary key, if there is one, and the unique keys, each a list of columns
   */
  record Dataset(
      Written name,
      String description,
      Snippet source,
      Optional<List<Written>> primaryKey,
      List<List<Written>> uniqueKeys,
      List<Written> synonyms,
      List<Expression> fields) {
    Dataset {
      uniqueKeys = List.copyOf(uniqueKeys);
      synonyms = List.copyOf(synonyms);
      fields = List.copyOf(fields);
    }

    Optional<Expression> field(String wanted) {
      return fields.stream()
          .filter(field -> field.name().text().equalsIgnoreCase(wanted))
          .findFirst();
    }
  }

  /** A field or a metric. */
  record Expression(
      Written name, String description, Optional<DataType> dataType, Snippet sql, Place place) {}

  /** A foreign key; the column lists are equally long. */
  record Link(
      Written name,
      Written from,
      Written to,
      List<Written> fromColumns,
      List<Written> toColumns,
      Place place) {
    Link {
      fromColumns = List.copyOf(fromColumns);
      toColumns = List.copyOf(toColumns);
    }
  }

  Optional<Dataset> dataset(String wanted) {
    return datasets.stream()
        .filter(dataset -> dataset.name().text().equalsIgnoreCase(wanted))
        .findFirst();
  }
}
