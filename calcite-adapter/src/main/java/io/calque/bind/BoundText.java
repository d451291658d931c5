package io.calque.bind;

import io.calque.error.SqlPlace;

/**
 * A stretch of the statement for which every warehouse reads another text, such as the braces of a
 * JDBC escape.
 *
 * @param place the stretch
 * @param sql what takes its place
 */
public record BoundText(SqlPlace place, String sql) {}
