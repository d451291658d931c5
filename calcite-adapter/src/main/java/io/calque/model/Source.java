package io.calque.model;

/** What gives rows: a table of the warehouse, or a query that the warehouse runs. */
public sealed interface Source permits TableName, SourceQuery {}
