package io.calque.project;

import java.util.Optional;

/**
 * Which project somebody asks for, and what they say over its {@code calque.yml}.
 *
 * @param location a folder, a {@code calque.yml} or a model file, as the user wrote it
 * @param warehouse a JDBC URL instead of the one in {@code calque.yml}
 * @param user the warehouse's user instead of the one in {@code calque.yml}
 * @param password the warehouse's password instead of the one in {@code calque.yml}
 * @param domain the Lynk domain whose features override the default ones
 * @param tables how the tables of a DefraDB schema are called, instead of what {@code calque.yml}
 *     says
 * @param foreignKeys how its foreign keys are called, instead of what {@code calque.yml} says
 * @param lenient whether to go on without what is wrong in the model
 * @param preAggregates whether pre-aggregated tables may answer queries
 */
public record ProjectRequest(
    String location,
    Optional<String> warehouse,
    Optional<String> user,
    Optional<String> password,
    Optional<String> domain,
    Optional<String> tables,
    Optional<String> foreignKeys,
    boolean lenient,
    boolean preAggregates) {
  /** The project in a folder or file, as its {@code calque.yml} says. */
  public static ProjectRequest of(String location) {
    return new ProjectRequest(
        location,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        true);
  }

  /** This one with another warehouse. */
  public ProjectRequest withWarehouse(String url) {
    return new ProjectRequest(
        location,
        Optional.of(url),
        user,
        password,
        domain,
        tables,
        foreignKeys,
        lenient,
        preAggregates);
  }

  /** This one with other credentials; what is empty is left to {@code calque.yml}. */
  public ProjectRequest withCredentials(Optional<String> newUser, Optional<String> newPassword) {
    return new ProjectRequest(
        location,
        warehouse,
        newUser,
        newPassword,
        domain,
        tables,
        foreignKeys,
        lenient,
        preAggregates);
  }

  /** This one with another domain; empty leaves it to {@code calque.yml}. */
  public ProjectRequest withDomain(Optional<String> newDomain) {
    return new ProjectRequest(
        location,
        warehouse,
        user,
        password,
        newDomain,
        tables,
        foreignKeys,
        lenient,
        preAggregates);
  }

  /** This one without what is wrong in the model. */
  public ProjectRequest leniently() {
    return new ProjectRequest(
        location, warehouse, user, password, domain, tables, foreignKeys, true, preAggregates);
  }

  /** This one with or without pre-aggregated tables. */
  public ProjectRequest withPreAggregates(boolean use) {
    return new ProjectRequest(
        location, warehouse, user, password, domain, tables, foreignKeys, lenient, use);
  }

  /** Without credentials. */
  @Override
  public String toString() {
    return "ProjectRequest[location=%s, domain=%s, lenient=%s, preAggregates=%s]"
        .formatted(location, domain.orElse(""), lenient, preAggregates);
  }
}
