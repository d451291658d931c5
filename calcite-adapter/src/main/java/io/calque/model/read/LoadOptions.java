package io.calque.model.read;

import java.util.Optional;

/**
 * What a project says about how to load its model.
 *
 * @param modelName what the model is to be called: the JDBC catalog
 * @param domain the part of the model to read, for formats that have several: the Lynk domain, or
 *     the semantic model of an Ossie document; empty for the default one
 * @param format the name of the model's format; empty to tell it from the content
 * @param columns what to ask for the columns that a model does not list; empty without a warehouse
 * @param dialect the warehouse's kind, for formats that write SQL in several dialects, such as
 *     {@code snowflake}; empty if it is not known
 * @param collections how tables and foreign keys are called, for formats that do not say
 */
public record LoadOptions(
    String modelName,
    Optional<String> domain,
    Optional<String> format,
    Optional<ColumnSource> columns,
    Optional<String> dialect,
    CollectionNaming collections) {
  /** A model of that name, without a domain, in a format that its content tells. */
  public static LoadOptions named(String modelName) {
    return new LoadOptions(
        modelName,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CollectionNaming.STANDARD);
  }

  /** These with a domain. */
  public LoadOptions withDomain(Optional<String> newDomain) {
    return new LoadOptions(modelName, newDomain, format, columns, dialect, collections);
  }

  /** These with a format. */
  public LoadOptions withFormat(Optional<String> newFormat) {
    return new LoadOptions(modelName, domain, newFormat, columns, dialect, collections);
  }

  /** These with something to ask for columns. */
  public LoadOptions withColumns(ColumnSource newColumns) {
    return new LoadOptions(
        modelName, domain, format, Optional.of(newColumns), dialect, collections);
  }

  /** These with the warehouse's kind. */
  public LoadOptions withDialect(Optional<String> newDialect) {
    return new LoadOptions(modelName, domain, format, columns, newDialect, collections);
  }

  /** These with other names of tables and foreign keys. */
  public LoadOptions withCollections(CollectionNaming newCollections) {
    return new LoadOptions(modelName, domain, format, columns, dialect, newCollections);
  }
}
