package io.calque;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.calque.rewrite.CompiledQuery;

/** What the driver and the command line may know. */
@AnalyzeClasses(packages = "io.calque", importOptions = ImportOption.DoNotIncludeTests.class)
class DriverRulesTest {
  @ArchTest
  static final ArchRule THE_DRIVER_KNOWS_NO_REWRITING =
      noClasses()
          .that()
          .resideInAPackage("io.calque.jdbc")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.calque.rewrite").and(not(belongToAnyOf(CompiledQuery.class))));

  @ArchTest
  static final ArchRule THE_DRIVER_KNOWS_NO_COMMAND_LINE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.calque.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.calque.cli..");

  @ArchTest
  static final ArchRule ONLY_THE_SHELL_KNOWS_JLINE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.calque.cli.shell")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jline..");

  @ArchTest
  static final ArchRule THE_DRIVER_KNOWS_NO_MOUNT =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.calque.mount")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.calque.mount");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_SERVES =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.calque.serve", "io.calque.cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.calque.serve");

  @ArchTest
  static final ArchRule ONLY_THE_SERVER_KNOWS_JETTY =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.calque.serve")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.eclipse.jetty..", "javax.servlet..", "org.apache.calcite.avatica.server..");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
      noClasses()
          .that()
          .resideInAPackage("io.calque.jdbc")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
