/**
 * Bound query to warehouse SQL.
 *
 * <p>In: a {@link io.calque.bind.BoundQuery}, a {@link io.calque.warehouse.WarehouseDialect} and
 * the warehouse's names. Out: a {@link io.calque.rewrite.CompiledQuery}. The entry is {@link
 * io.calque.rewrite.ModelCompiler}, which runs the whole pipeline.
 *
 * <p>The user's text is edited, not printed anew ({@code SourceEdits}): functions, literals, hints
 * and comments reach the warehouse letter for letter, and no dialect's printer can change what a
 * query means. {@code Rewriter} replaces each entity by a derived table of the features that the
 * query uses; {@code JoinRule} writes the joins of the model. {@code MetricPlan} settles how each
 * row counts once for the metrics of a SELECT: in place; over entities that are grouped before they
 * are joined ({@code FoldFinder}, {@code FoldSql}); by distinct keys ({@code DistinctRows}); or
 * over rows of which one repetition is marked ({@code MarkedSelect}), and {@code WholeMetric} for
 * unknown aggregates. {@code MetricRule} writes it.
 *
 * <p>{@code PreAggregates} finds the stored tables that answer metrics exactly; each then stands in
 * the place of its entity.
 *
 * <p>What the model contributes is written by {@code EntitySelect}, one entity as a SELECT, level
 * by level: {@code ReachSql} brings values over to-one ways, {@code SourcePass} aggregates related
 * rows, {@code FirstLastPass} picks one of them, and {@code RelatedRows} is what the last two
 * aggregate or pick from: each related row once. {@code SnippetSyntax} looks into the model's own
 * snippets, which are otherwise passed on as they stand.
 *
 * <p>{@code Explanation} says what became of a query and why, for EXPLAIN.
 */
package io.calque.rewrite;
