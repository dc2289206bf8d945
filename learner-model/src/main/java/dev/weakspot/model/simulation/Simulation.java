package dev.weakspot.model.simulation;

import dev.weakspot.model.LearnerModel;
import dev.weakspot.model.Question;
import dev.weakspot.model.lean.Lean;
import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.model.lean.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Lets the same made-up learners practise under several policies. Every policy meets the same learners, with the same luck, and
 * begins with the same model, trained on other learners' random practice. Deterministic for its seed.
 *
 * @param <L> the model's belief about a learner
 * @param <C> the model's belief about questions and topics
 */
public final class Simulation<L, C> {

    /** When the ranking of topics is looked at. */
    private static final List<Integer> CHECKPOINTS = List.of(10, 20, 40, 60);

    private static final int LEARNERS_PER_WORLD = 50;
    private static final int EARLIER_LEARNERS = 400;
    private static final int EARLIER_ATTEMPTS = 40;

    private static final int ATTEMPTS_PER_DAY = 10;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofDays(1).dividedBy(ATTEMPTS_PER_DAY);

    /** So long after the last attempt the gain is measured. */
    private static final int DAYS_LATER = 3;

    private static final Instant BEGIN = Instant.parse("2026-01-05T06:00:00Z");

    private final LearnerModel<L, C> model;
    private final Function<List<SimulatedTopic>, C> untrained;
    private final UnaryOperator<C> copy;

    /** @param untrained what the model believes of a bank with these topics before the first attempt */
    public Simulation(LearnerModel<L, C> model, Function<List<SimulatedTopic>, C> untrained, UnaryOperator<C> copy) {
        this.model = model;
        this.untrained = untrained;
        this.copy = copy;
    }

    /** With the model that the recommendation service runs. */
    public static Simulation<LearnerMemory, Parameters> ofLean() {
        return new Simulation<>(new Lean(), Simulation::untrained, parameters -> Parameters.of(parameters.toBytes()));
    }

    private static Parameters untrained(List<SimulatedTopic> topics) {
        Parameters parameters = Parameters.untrained();
        topics.forEach(topic -> parameters.relate(topic.slug(), topic.prerequisites()));
        return parameters;
    }

    /**
     * What is simulated.
     *
     * @param attempts of each learner
     */
    public record Plan(Setting setting, int learners, int attempts, long seed) {

        public Plan {
            if (learners < 1 || attempts < 1) {
                throw new IllegalArgumentException("At least one learner must make one attempt.");
            }
        }
    }

    /**
     * Simulates; uses all processors.
     *
     * @param policies the random one and the oracle must be among them: gains are measured against theirs
     * @param learnerDone told each time that a learner is through with a policy, by any thread
     */
    public Comparison run(Plan plan, List<Policy> policies, Runnable learnerDone) {
        int worlds = (plan.learners() + LEARNERS_PER_WORLD - 1) / LEARNERS_PER_WORLD;
        List<Map<String, List<Course>>> byWorld = IntStream.range(0, worlds)
                .parallel()
                .mapToObj(number -> {
                    int first = number * LEARNERS_PER_WORLD;
                    int learners = Math.min(LEARNERS_PER_WORLD, plan.learners() - first);
                    return inWorld(plan, number, learners, policies, learnerDone);
                })
                .toList();
        Map<String, List<Course>> courses = new LinkedHashMap<>();
        for (Map<String, List<Course>> some : byWorld) {
            some.forEach((policy, more) ->
                    courses.computeIfAbsent(policy, _ -> new ArrayList<>()).addAll(more));
        }
        return Comparison.of(courses);
    }

    private Map<String, List<Course>> inWorld(
            Plan plan, int number, int learners, List<Policy> policies, Runnable learnerDone) {
        SplittableRandom ofWorld = new SplittableRandom(new SplittableRandom(plan.seed()).nextLong() + number);
        World world = plan.setting().world(ofWorld);
        C trained = trained(world, ofWorld);
        long seedOfLearners = ofWorld.nextLong();
        Map<String, List<Course>> courses = new LinkedHashMap<>();
        for (Policy policy : policies) {
            C calibration = copy.apply(trained);
            SplittableRandom random = new SplittableRandom(seedOfLearners);
            List<Course> ofPolicy = new ArrayList<>();
            for (int i = 0; i < learners; i++) {
                ofPolicy.add(course(policy, world, calibration, plan.attempts(), random.split()));
                learnerDone.run();
            }
            courses.put(policy.name(), ofPolicy);
        }
        return courses;
    }

    /** What other learners' random practice has taught the model about questions and topics. */
    private C trained(World world, SplittableRandom random) {
        C calibration = untrained.apply(world.topics());
        for (int i = 0; i < EARLIER_LEARNERS; i++) {
            SimulatedLearner learner = new SimulatedLearner(world, random);
            Practice<L, C> practice = new Practice<>(model, calibration, world, BEGIN);
            for (int attempt = 0; attempt < EARLIER_ATTEMPTS; attempt++) {
                Question question = Desk.any(world.questions(), random);
                practice.learn(question, learner.answer(question, random));
                rest(practice, learner);
            }
        }
        return calibration;
    }

    private Course course(Policy policy, World world, C calibration, int attempts, SplittableRandom random) {
        SimulatedLearner learner = new SimulatedLearner(world, random);
        SplittableRandom luck = random.split();
        Practice<L, C> practice = new Practice<>(model, calibration, world, BEGIN);
        double before = learner.masteryOfAll();
        Map<Integer, Found> found = new HashMap<>();
        int reviews = 0;
        for (int attempt = 1; attempt <= attempts; attempt++) {
            Question question =
                    switch (policy) {
                        case Policy.Blind blind -> blind.next(practice, random);
                        case Policy.Oracle oracle -> oracle.next(practice, learner, random);
                    };
            reviews += practice.isRepeat(question) ? 1 : 0;
            practice.learn(question, learner.answer(question, luck));
            rest(practice, learner);
            if (CHECKPOINTS.contains(attempt) || attempt == attempts) {
                found.put(attempt, Found.of(practice.topicSlugs(), practice::mastery, learner::mastery));
            }
        }
        learner.rest(DAYS_LATER);
        double gain = (learner.masteryOfAll() - before) / (1 - before);
        return new Course(found, gain, (double) reviews / attempts);
    }

    private static void rest(Practice<?, ?> practice, SimulatedLearner learner) {
        practice.rest(BETWEEN_ATTEMPTS);
        learner.rest(1.0 / ATTEMPTS_PER_DAY);
    }
}
