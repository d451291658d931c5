package io.calque.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The values of parameters as the command line gives them. */
final class ParameterOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "<name=value>",
      description =
          "The value of :name in the SQL, read as what the warehouse expects there;"
              + " name:type=value says what it is: number, boolean, date, timestamp, time, text,"
              + " null. May be given several times.")
  private final List<String> written = new ArrayList<>();

  /**
   * The values.
   *
   * @param command by which a person gives a parameter another
   * @throws ParameterException if one is not written as it should be, or given twice
   */
  Parameters read(String command) {
    Parameters parameters = new Parameters(command);
    for (String each : written) {
      try {
        Parameter parameter = Parameter.of(each);
        if (names(parameters).contains(parameter.name())) {
          throw new IllegalArgumentException(
              "the parameter %s is given twice".formatted(parameter.name()));
        }
        parameters.set(parameter);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(verb.commandLine(), e.getMessage(), e);
      }
    }
    return parameters;
  }

  /**
   * The values for some statements.
   *
   * @throws ParameterException as {@link #read}, and if one is used by none of them
   */
  Parameters readFor(List<WrittenSql> statements) {
    Parameters parameters = read("-p");
    Set<String> used =
        statements.stream()
            .flatMap(statement -> statement.parameterNames().stream())
            .collect(Collectors.toSet());
    for (String name : names(parameters)) {
      if (!used.contains(name)) {
        throw new ParameterException(
            verb.commandLine(),
            "there is no :%s in the SQL that could take the value of the parameter %s"
                .formatted(name, name));
      }
    }
    return parameters;
  }

  private static Set<String> names(Parameters parameters) {
    return parameters.all().stream().map(Parameter::name).collect(Collectors.toSet());
  }
}
