package dev.kilde.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** The arrows of the house: what the core may know, and what its parts may know of each other. */
@AnalyzeClasses(packages = "dev.kilde.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule THE_CORE_KNOWS_NOTHING_BUT_JAVA =
      ArchRuleDefinition.classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.kilde.core..", "java..", "org.jspecify..");

  /** Catalogue alone stands above: it lists what person folds. */
  @ArchTest
  static final ArchRule ARROWS_BETWEEN_PACKAGES_POINT_TO_EVENTS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("keeper")
          .definedBy("dev.kilde.core.keeper")
          .layer("person")
          .definedBy("dev.kilde.core.person")
          .layer("flow")
          .definedBy("dev.kilde.core.flow")
          .layer("segment")
          .definedBy("dev.kilde.core.segment..")
          .layer("score")
          .definedBy("dev.kilde.core.score..")
          .layer("facts")
          .definedBy("dev.kilde.core.facts")
          .layer("identity")
          .definedBy("dev.kilde.core.identity")
          .layer("definition")
          .definedBy("dev.kilde.core.definition")
          .layer("event")
          .definedBy("dev.kilde.core.event")
          .whereLayer("keeper")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("person")
          .mayOnlyBeAccessedByLayers("keeper")
          .whereLayer("flow")
          .mayOnlyBeAccessedByLayers("keeper")
          .whereLayer("segment")
          .mayOnlyBeAccessedByLayers("keeper", "person", "flow")
          .whereLayer("score")
          .mayOnlyBeAccessedByLayers("keeper", "person", "flow", "segment")
          .whereLayer("facts")
          .mayOnlyBeAccessedByLayers("keeper", "person", "segment", "score", "definition")
          .whereLayer("identity")
          .mayOnlyBeAccessedByLayers("keeper", "person")
          .whereLayer("definition")
          .mayOnlyBeAccessedByLayers("keeper", "person", "flow", "identity")
          .whereLayer("event")
          .mayOnlyBeAccessedByLayers(
              "keeper", "person", "flow", "segment", "score", "facts", "identity", "definition");

  @ArchTest
  static final ArchRule NO_CIRCLES =
      slices().matching("dev.kilde.core.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_WALL_CLOCK =
      noClasses()
          .should()
          .accessTargetWhere(readsTheClock())
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .because("time is an argument");

  /** Whose zone is never the machine's. */
  @ArchTest
  static final ArchRule NO_ZONE_OF_THE_MACHINE =
      noClasses()
          .should()
          .callMethod(ZoneId.class, "systemDefault")
          .because("the same events give the same profile on every machine");

  @ArchTest
  static final ArchRule NO_CHANCE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(RandomGenerator.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocalRandom.class)
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule NO_LOGGERS_AND_NO_CONSOLE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(System.Logger.class)
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule NO_STATIC_STATE =
      fields().that().areStatic().should().beFinal().because("nothing may be shared by people");

  /** An enum's own list of its values is the compiler's. */
  @ArchTest
  static final ArchRule NO_STATIC_COLLECTOR =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .notHaveRawType(
              DescribedPredicate.describe(
                  "an array or a class that can be written to",
                  type ->
                      type.isArray()
                          || type.getPackageName().startsWith("java.util.concurrent")
                          || (type.getPackageName().equals("java.util")
                              && !type.isInterface()
                              && !type.isEnum())));

  private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
    return DescribedPredicate.describe(
        "reads the wall clock",
        access -> {
          JavaClass owner = access.getTargetOwner();
          String name = access.getName();
          return (owner.getPackageName().equals("java.time") && name.equals("now"))
              || (owner.isEquivalentTo(System.class)
                  && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
              || (owner.isEquivalentTo(java.util.Date.class) && name.equals("<init>"));
        });
  }
}
