package dev.weakspot.model;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The whole module is thinking: it needs Java and nothing else. */
@AnalyzeClasses(packages = "dev.weakspot.model", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule IS_PURE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.nio",
                    "java.nio.charset",
                    "org.jspecify.annotations..",
                    "dev.weakspot.model..");

    @ArchTest
    static final ArchRule CHOICE_DOES_NOT_KNOW_THE_MODEL = slices().matching("dev.weakspot.model.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("dev.weakspot.model.evaluation"), alwaysTrue())
            .ignoreDependency(resideInAPackage("dev.weakspot.model.simulation.."), alwaysTrue())
            .ignoreDependency(alwaysTrue(), resideInAPackage("dev.weakspot.model.review.."));

    /** What differs in the last bit between processors and compilers: the same attempts must give the same bytes everywhere. */
    @ArchTest
    static final ArchRule CALCULATES_ALIKE_EVERYWHERE = noClasses()
            .should()
            .callMethodWhere(target(owner(type(Math.class)))
                    .and(target(nameMatching("exp|expm1|log|log10|log1p|pow|cbrt|sin|cos|tan|sinh|cosh|tanh|hypot"))));

    @ArchTest
    static final ArchRule READS_NO_CLOCK = classes()
            .should()
            .onlyCallMethodsThat(com.tngtech.archunit.base.DescribedPredicate.not(
                    com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("now")));
}
