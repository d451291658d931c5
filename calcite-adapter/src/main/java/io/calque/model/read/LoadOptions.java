package io.calque.model.read;

import java.util.Optional;

/**
 * What a project says about how to load its model.
 *
 * @param modelName what the model is to be called: the JDBC catalog
 * @param domain the Lynk domain whose features override those of the default domain; empty for the
 *     default domain alone
 */
public record LoadOptions(String modelName, Optional<String> domain) {
  /** A model of that name, without a domain. */
  public static LoadOptions named(String modelName) {
    return new LoadOptions(modelName, Optional.empty());
  }
}
