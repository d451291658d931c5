package io.calque;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** Data flows one way: files to model to schema, text to tree to bound query to warehouse SQL. */
@AnalyzeClasses(packages = "io.calque", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageRulesTest {
  @ArchTest
  static final ArchRule LAYERS =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("error")
          .definedBy("io.calque.error")
          .layer("model")
          .definedBy("io.calque.model")
          .layer("graph")
          .definedBy("io.calque.model.graph")
          .layer("diff")
          .definedBy("io.calque.model.diff")
          .layer("read")
          .definedBy("io.calque.model.read")
          .layer("write")
          .definedBy("io.calque.model.write")
          .layer("sql")
          .definedBy("io.calque.sql")
          .layer("schema")
          .definedBy("io.calque.schema")
          .layer("bind")
          .definedBy("io.calque.bind")
          .layer("warehouse")
          .definedBy("io.calque.warehouse")
          .layer("rewrite")
          .definedBy("io.calque.rewrite")
          .layer("project")
          .definedBy("io.calque.project")
          .whereLayer("error")
          .mayNotAccessAnyLayer()
          .whereLayer("model")
          .mayNotAccessAnyLayer()
          .whereLayer("graph")
          .mayOnlyAccessLayers("model")
          .whereLayer("diff")
          .mayOnlyAccessLayers("model", "graph")
          .whereLayer("read")
          .mayOnlyAccessLayers("error", "model")
          .whereLayer("write")
          .mayOnlyAccessLayers("error", "model", "read")
          .whereLayer("sql")
          .mayOnlyAccessLayers("error")
          .whereLayer("schema")
          .mayOnlyAccessLayers("model", "graph")
          .whereLayer("bind")
          .mayOnlyAccessLayers("error", "model", "sql", "schema")
          .whereLayer("warehouse")
          .mayOnlyAccessLayers("error", "model", "sql", "bind")
          .whereLayer("rewrite")
          .mayOnlyAccessLayers("error", "model", "sql", "schema", "bind", "warehouse")
          .because("each arrow of design.md's pipeline is one package, and nothing reaches back");

  @ArchTest
  static final ArchRule THE_MODEL_KNOWS_NO_CALCITE =
      noClasses()
          .that()
          .resideInAPackage("io.calque.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.calcite..", "java.sql..", "com.zaxxer..");

  @ArchTest
  static final ArchRule NO_WAREHOUSE_IS_ASKED_WHILE_COMPILING =
      noClasses()
          .that()
          .resideInAnyPackage("io.calque.sql", "io.calque.bind", "io.calque.rewrite")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("io.calque.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOTHING_IS_A_UTILITY =
      noClasses().should().resideInAPackage("..util..").allowEmptyShould(true);

  @ArchTest
  static final ArchRule NOTHING_PRINTS =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.GeneratedParser.*")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
