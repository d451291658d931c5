/**
 * SQL text to syntax tree: Calcite's parser, extended by what analytical dialects write.
 *
 * <p>In: the text of one statement, to {@link io.calque.sql.StatementParser}. Out: {@link
 * io.calque.sql.ParsedStatement}, a tree of Calcite {@code SqlNode}s in which each node knows its
 * stretch of the text, through {@link io.calque.sql.SqlSource}. Nothing is resolved here, and
 * nothing is ever printed from the tree: what the rewriter does not change reaches the warehouse as
 * the user's own text. So what counts is that everything parses, that every name is there, and that
 * the stretches are exact.
 *
 * <h2>The way</h2>
 *
 * <ol>
 *   <li>{@code Tokens}: Calcite's lexer reads the text; brackets are matched.
 *   <li>{@code Keywords}: a word that is no keyword where it stands becomes an identifier.
 *   <li>{@code GeneratedParser}: Calcite's grammar with our productions. The build takes {@code
 *       Parser.jj} from calcite-core's jar, expands it, puts {@code src/main/codegen/grammar} and
 *       {@code replacements.txt} into it, and fails if the text to replace is gone. {@code
 *       Lookahead} and {@code ParserSupport} are its helpers.
 *   <li>{@code ReadOnly}, {@code SessionStatements}, {@code SyntaxErrors}: what is refused, and in
 *       what words.
 * </ol>
 *
 * Apart from that, {@link io.calque.sql.SqlLayout} lays SQL of any dialect out for reading, by its
 * words alone.
 *
 * <h2>Spans</h2>
 *
 * The span of a node includes all parentheses directly around it, whatever it is: expression, query
 * or join. {@link io.calque.sql.SqlSource#inside} takes them off. A list's includes its own. The
 * components of an identifier have their own exact positions. Nodes that stand for nothing written
 * (the ELSE NULL of a CASE, an absent frame) have position zero, which is line 0. {@code
 * SqlOrderBy} stands inside {@code SqlWith}, around the query. ASC is not in its item's span.
 *
 * <h2>Names</h2>
 *
 * Each {@code SqlIdentifier} is a column, a table, an alias or another name that the user made.
 * These are no columns, told by where they stand:
 *
 * <ul>
 *   <li>operands of AS but the first; the name and columns of a {@code SqlWithItem};
 *   <li>the parameters of a {@code SqlLambda}, which its body, but nothing else, may name;
 *   <li>a window's name: in {@code OVER w}, and a {@code SqlWindow}'s declared and referred name;
 *   <li>the new columns of {@link io.calque.sql.CalqueOperators#UNPIVOT} (operands 1 and 2), and
 *       the targets of RENAME;
 *   <li>the columns of USING, EXCLUDE and RENAME, which are resolved in their own ways;
 *   <li>{@code SqlMatchRecognize}'s pattern variables, also as qualifiers.
 * </ul>
 *
 * Everything else that looks like a name (units, types, collations, fields, keys, named arguments)
 * is a literal or no node at all.
 *
 * <h2>What is what</h2>
 *
 * <ul>
 *   <li>A call: {@code SqlBasicCall} whose operator is a {@code SqlFunction} with the name as
 *       written ({@code getName}, {@code getNameAsId}), METRIC, COUNT and ROW alike. DISTINCT is
 *       its {@code getFunctionQuantifier}. Around it: FILTER, WITHIN_GROUP, IGNORE_NULLS,
 *       RESPECT_NULLS and OVER of Calcite. CURRENT_DATE and its kind are calls without operands.
 *   <li>SELECT: {@link io.calque.sql.CalqueSelect}. A join, a comma: {@link
 *       io.calque.sql.CalqueJoin}. A JDBC escape: {@link io.calque.sql.JdbcEscape}.
 *   <li>A function in FROM: Calcite's COLLECTION_TABLE around its call. LATERAL: Calcite's.
 *   <li>All else that Calcite has no operator for: {@link io.calque.sql.CalqueOperators}. Operators
 *       of the warehouse ({@code ~}, {@code ->>}) are binary or prefix operators named as written.
 *   <li>AND and OR chains are balanced trees, two operands each.
 * </ul>
 */
package io.calque.sql;
