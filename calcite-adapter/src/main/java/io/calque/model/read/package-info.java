/**
 * From model files to a semantic model, with everything that is wrong with them.
 *
 * <p>In: a folder or file, and {@link io.calque.model.read.LoadOptions}. Out: a {@link
 * io.calque.model.read.LoadedModel}, that is a {@link io.calque.model.SemanticModel} of all that is
 * sound, and a {@link io.calque.model.read.Problem} for all that is not. {@link
 * io.calque.model.read.ModelLoader#load} is the one way in.
 *
 * <p>It goes in two steps. First a {@code ModelReader} (one for each format, all of them in {@code
 * ModelReaders}) turns files into a {@code ModelDraft}: complete in form, every word with its
 * place, nothing looked up. For YAML, {@code YamlFile} gives values with places, {@code YamlFields}
 * takes them by today's and older names, and the {@code LynkReader} knows where the files are. For
 * DefraDB, {@code SdlFile} gives graphql-java's tree and {@code DefraRelations} finds which fields
 * belong together; for Lynk's third generation and for Ossie, whose SQL has no braces, {@code
 * Lynk3Expression} and {@code DottedNames} find the names in it and {@code Rewriting} puts braces
 * around them without losing places. What such SQL needs beside what its file declares becomes
 * hidden features ({@code OwnColumns}). Then the {@code ModelValidator} looks names up: {@code
 * Directory} and {@code EntityScope} know what exists, {@code RelationshipValidator}, {@code
 * JoinValidator} and {@code PredicateRules} see to joins, {@code FeatureValidator}, {@code
 * OriginResolver}, {@code FilterResolver} and {@code MetricValidator} to what entities define,
 * {@code CycleRules} to definitions that need themselves. SQL is cut into tokens by {@code
 * SqlLexer}, made a template by {@code TemplateReader}, and judged, with care, by {@code SqlForm}
 * and {@code SqlMeaning}.
 *
 * <p>Other formats become the same draft: {@code SegmentReader} reads Segment's Data Graph with
 * {@code HclLexer} and {@code HclParser}, {@code SignalSmithReader} SignalSmith's JSON. {@code
 * PairedJoins} gathers their relationships by pairs, and {@code ColumnCompletion} asks a {@link
 * io.calque.model.read.ColumnSource} for the columns that they leave to the warehouse.
 *
 * <p>Nothing stops at the first problem. What is unsound is left out in the smallest unit, {@code
 * LeftOut} remembers it, and {@code Dependencies} leaves out what depends on it, with a note
 * instead of a second error. The rules are the constants of {@link io.calque.model.read.Rule}.
 */
package io.calque.model.read;
