package io.calque.mount;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import io.calque.project.ProjectRequest;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.model.ModelHandler.ExtraOperand;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaFactory;
import org.apache.calcite.schema.SchemaPlus;

/**
 * Makes a project a schema of a Calcite connection. In {@code model.json}:
 *
 * <pre>{@code
 * {"name": "shop", "type": "custom", "factory": "io.calque.mount.SemanticSchemaFactory",
 *  "operand": {"model": "calque-demo"}}
 * }</pre>
 *
 * <p>The operand takes {@code model}, a path relative to {@code model.json}, and {@code warehouse},
 * {@code domain}, {@code lenient}, {@code user} and {@code password}, as a URL does.
 */
public final class SemanticSchemaFactory implements SchemaFactory {
  /** Found by Calcite, by this name. */
  public static final SemanticSchemaFactory INSTANCE = new SemanticSchemaFactory();

  private static final String MODEL = "model";

  /**
   * All that an operand may say. How the tables and keys of a schema are called is left to {@code
   * calque.yml}: {@code tables} is Calcite's own operand.
   */
  private static final List<String> KNOWN =
      List.of(MODEL, "warehouse", "domain", "lenient", "user", "password");

  /**
   * @throws CalqueException if the operand is wrong, there is no such project, or it cannot be used
   */
  @Override
  public Schema create(SchemaPlus parentSchema, String name, Map<String, Object> operand) {
    operand.keySet().forEach(SemanticSchemaFactory::check);
    return MountedSchema.open(
        parentSchema,
        name,
        new ProjectRequest(
            resolved(
                operand.get(ExtraOperand.BASE_DIRECTORY.camelName),
                text(operand, MODEL)
                    .orElseThrow(
                        () ->
                            CalqueException.of(
                                ErrorCode.BAD_PROPERTY,
                                "the operand model is missing: the project's folder"))),
            text(operand, "warehouse"),
            text(operand, "user"),
            text(operand, "password"),
            text(operand, "domain"),
            Optional.empty(),
            Optional.empty(),
            text(operand, "lenient").map(Boolean::parseBoolean).orElse(false),
            true));
  }

  /** Calcite adds operands of its own. */
  private static void check(String key) {
    if (!KNOWN.contains(key)
        && Arrays.stream(ExtraOperand.values()).noneMatch(extra -> extra.camelName.equals(key))) {
      throw CalqueException.of(
          ErrorCode.UNKNOWN_PROPERTY,
          "there is no operand %s%s; known are %s"
              .formatted(key, NearestNames.hint(key, KNOWN), String.join(", ", KNOWN)));
    }
  }

  private static Optional<String> text(Map<String, Object> operand, String key) {
    return Optional.ofNullable(operand.get(key)).map(String::valueOf);
  }

  private static String resolved(Object base, String path) {
    return base instanceof File folder ? folder.toPath().resolve(path).toString() : path;
  }
}
