/**
 * Names to what they mean, and nothing else: types, operators and functions are the warehouse's to
 * judge.
 *
 * <p>In: a {@link io.calque.sql.ParsedStatement} and the {@link io.calque.schema.SemanticSchema}.
 * Out: a {@link io.calque.bind.BoundQuery}, which lists the stretches of the user's text that will
 * change: mentions of entities, joins that the model defines, names that mean features, stars,
 * metrics. Whatever it does not list stays as the user wrote it.
 *
 * <p>{@code QueryBinder} walks queries, {@code FromBinder} their FROM, {@code JoinBinder} and
 * {@code JoinChoice} decide which join of the model a JOIN means, {@code ExpressionBinder} walks
 * expressions, {@code NameResolver} finds what a name in them means in its {@code Scope}, {@code
 * StarBinder} spells stars out, {@code MetricBinder} and {@code GroupingBinder} find out whose
 * metric is asked for and in which groups. Nothing but the model and what the query itself defines
 * can be read: that is decided here.
 */
package io.calque.bind;
