package dev.weakspot.model.simulation;

import dev.weakspot.model.Question;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.NextQuestions;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** The policies that are compared. */
public final class Policies {

    /** Where Elo-based systems aim: R. Klinkenberg et al., "Computer adaptive practice of maths ability", Computers & Education 57 (2011). */
    private static final double ELO_TARGET = .7;

    private static final double GREEDY_TARGET = .6;

    private Policies() {}

    /** In the order of the table: the simple ones, ours, and the one that knows. */
    public static List<Policy> all() {
        return List.of(random(), roundRobin(), greedyWeakest(), eloTarget(), weakspot(), new Policy.Oracle());
    }

    /** Any question that was not had. What all gains are measured against. */
    public static Policy random() {
        return blind("random", Desk::anyQuestion);
    }

    /** One topic after another, any question of it. */
    static Policy roundRobin() {
        return blind("round_robin", (desk, random) -> {
            List<TopicSlug> topics = desk.topicSlugs();
            TopicSlug topic = topics.get((int) (desk.sequence() % topics.size()));
            return Desk.any(desk.freshQuestions(topic), random);
        });
    }

    /** Always the topic that looks weakest. */
    static Policy greedyWeakest() {
        return blind("greedy_weakest", (desk, _) -> {
            TopicSlug weakest = desk.topicSlugs().stream()
                    .min(Comparator.comparingDouble(desk::mastery))
                    .orElseThrow();
            return nearest(desk, desk.freshQuestions(weakest), GREEDY_TARGET);
        });
    }

    /** The question of all that comes nearest a success rate, whatever its topic. */
    static Policy eloTarget() {
        return blind("elo_target", (desk, _) -> nearest(desk, desk.freshQuestions(), ELO_TARGET));
    }

    /** Ours, as the recommendation service runs it. */
    public static Policy weakspot() {
        NextQuestions nextQuestions = new NextQuestions();
        return blind("weakspot", (desk, random) -> nextQuestions.choose(desk, 1, random.nextLong()).stream()
                .map(suggestion -> suggestion.option().question())
                .findFirst()
                .orElseGet(() -> desk.anyQuestion(random)));
    }

    private static Question nearest(Desk desk, List<Question> questions, double target) {
        return questions.stream()
                .min(Comparator.comparingDouble(question -> Math.abs(desk.predicted(question) - target)))
                .orElseThrow();
    }

    private static Policy blind(String name, BiFunction<Desk, RandomGenerator, Question> choice) {
        return new Policy.Blind() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Question next(Desk desk, RandomGenerator random) {
                return choice.apply(desk, random);
            }
        };
    }
}
