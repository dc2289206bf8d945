package dev.weakspot.testbed;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The house rules that a compiler cannot see, for one service. Its {@code ArchitectureTest} is one method:
 *
 * {@snippet :
 * @TestFactory
 * Stream<DynamicTest> houseRules() {
 *     return HouseRules.of("dev.weakspot.practice")
 *             .pure("dev.weakspot.practice.grading")
 *             .kafkaOnlyIn("dev.weakspot.practice.attempt", "dev.weakspot.practice.question")
 *             .tests();
 * }
 * }
 *
 * A rule that matches nothing fails: a renamed package must not switch it off.
 */
public final class HouseRules {

    /** What Micronaut's annotation processors write beside our classes. */
    private static final String GENERATED = ".*(/\\$|\\$(Definition|Intercepted|Introspection)).*";

    private static final String[] SERVICES = {
        "dev.weakspot.catalog..", "dev.weakspot.practice..", "dev.weakspot.recommendation..", "dev.weakspot.web.."
    };

    private final JavaClasses classes;
    private final List<ArchRule> rules;

    private HouseRules(JavaClasses classes, List<ArchRule> rules) {
        this.classes = classes;
        this.rules = List.copyOf(rules);
    }

    /** The rules that hold for every service, whose classes are those below this package. */
    public static HouseRules of(String basePackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.matches(Pattern.compile(GENERATED)))
                .importPackages(basePackage);
        return of(basePackage, classes);
    }

    static HouseRules of(String basePackage, JavaClasses classes) {
        return new HouseRules(
                classes,
                List.of(
                        featuresHaveNoCycles(basePackage),
                        servicesAreStrangers(basePackage),
                        namesHideNothing(),
                        NO_CLASSES_SHOULD_USE_FIELD_INJECTION,
                        timeComesThroughTheConstructor()));
    }

    /** These packages, sub-packages included, think and do nothing else: they know Java, one another and the model. */
    public HouseRules pure(String... packages) {
        String[] thinking = below(packages);
        return with(classes()
                .that()
                .resideInAnyPackage(thinking)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "dev.weakspot.model..")
                        .or(resideInAnyPackage(thinking)))
                .as("pure packages import only java.. and JSpecify: " + String.join(", ", packages)));
    }

    /**
     * This package, sub-packages included, thinks and does nothing else, about things of its neighbours and with the help of
     * libraries that do nothing else either: it knows Java, itself and what is listed ({@code org.commonmark..}).
     */
    public HouseRules pureWith(String packageName, String... alsoKnown) {
        return with(classes()
                .that()
                .resideInAPackage(packageName + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", packageName + "..")
                        .or(resideInAnyPackage(alsoKnown)))
                .as("a pure package imports only java.., JSpecify and what it names: " + packageName));
    }

    /** Kafka appears in these packages, sub-packages included, and nowhere else. */
    public HouseRules kafkaOnlyIn(String... packages) {
        return with(noClasses()
                .that()
                .resideOutsideOfPackages(below(packages))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.micronaut.configuration.kafka..")
                .as("Kafka appears only in " + String.join(", ", packages)));
    }

    /** One test for each rule. */
    public Stream<DynamicTest> tests() {
        return rules.stream().map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    private HouseRules with(ArchRule rule) {
        return new HouseRules(
                classes, Stream.concat(rules.stream(), Stream.of(rule)).toList());
    }

    private static ArchRule featuresHaveNoCycles(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles().as("features have no cycles");
    }

    private static ArchRule servicesAreStrangers(String base) {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(SERVICES).and(resideOutsideOfPackage(base + "..")))
                .as("no service imports another");
    }

    private static ArchRule namesHideNothing() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Base|Abstract|Dto|DTO|Data|Info|Processor)")
                .as("no name ends in a word that hides the idea");
    }

    private static ArchRule timeComesThroughTheConstructor() {
        return noClasses()
                .should()
                .callMethodWhere(describe("ask the machine", HouseRules::asksTheMachine))
                .as("time comes in as a Clock");
    }

    private static boolean asksTheMachine(JavaMethodCall call) {
        if (call.getName().equals("currentTimeMillis")) {
            return true;
        }
        return call.getName().equals("now")
                && call.getTargetOwner().getPackageName().startsWith("java.time")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static String[] below(String... packages) {
        return Stream.of(packages).map(name -> name + "..").toArray(String[]::new);
    }
}
