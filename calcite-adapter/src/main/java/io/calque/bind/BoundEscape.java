package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.sql.JdbcEscape;

/**
 * A JDBC escape in the text.
 *
 * @param place with its braces
 * @param escape which one
 * @param content what stands between the word and the closing brace
 */
public record BoundEscape(SqlPlace place, JdbcEscape escape, SqlPlace content) {}
