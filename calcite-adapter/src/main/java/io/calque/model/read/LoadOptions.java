package io.calque.model.read;

import java.util.Optional;

/**
 * What a project says about how to load its model.
 *
 * @param modelName what the model is to be called: the JDBC catalog
 * @param domain the Lynk domain whose features override those of the default domain; empty for the
 *     default domain alone
 * @param format the name of the model's format; empty to tell it from the content
 * @param columns what to ask for the columns that a model does not list; empty without a warehouse
 */
public record LoadOptions(
    String modelName,
    Optional<String> domain,
    Optional<String> format,
    Optional<ColumnSource> columns) {
  /** A model of that name, without a domain, in a format that its content tells. */
  public static LoadOptions named(String modelName) {
    return new LoadOptions(modelName, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** These with a domain. */
  public LoadOptions withDomain(Optional<String> newDomain) {
    return new LoadOptions(modelName, newDomain, format, columns);
  }

  /** These with a format. */
  public LoadOptions withFormat(Optional<String> newFormat) {
    return new LoadOptions(modelName, domain, newFormat, columns);
  }

  /** These with something to ask for columns. */
  public LoadOptions withColumns(ColumnSource newColumns) {
    return new LoadOptions(modelName, domain, format, Optional.of(newColumns));
  }
}
