package dev.weakspot.model.simulation;

import dev.weakspot.model.Question;
import dev.weakspot.model.TopicSlug;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Somebody whose ability we know, because we made it up: a level per topic they came with, and what they have learned on top,
 * part of which they forget. They learn most from questions that are neither easy nor hopeless, less the more they have
 * learned, a little more from a right answer. Mutable.
 *
 * <p>Not a theory of learning but a common yardstick for policies; its numbers are those of a prototype that such policies were
 * compared with before.
 */
final class SimulatedLearner {

    /** What somebody brings along, on the logit scale: general talent, and what they happen to know of a topic. */
    private static final double GENERAL_SPREAD = .6;

    private static final double TOPIC_SPREAD = .9;

    /** What a perfect question teaches, on the logit scale, and how far learners differ in it. */
    private static final double TYPICAL_LEARNING = .12;

    private static final double LEARNERS_DIFFER = .3;

    /** What a question teaches that is far too easy or far too hard, as a share of a perfect one's. */
    private static final double TAUGHT_ANYWAY = .25;

    /** A wrong answer teaches less than a right one. */
    private static final double TAUGHT_BY_ERROR = .8;

    /** Nobody learns more than that on one topic, on the logit scale. */
    private static final double MOST_LEARNED = 2.5;

    /** The part of what was learned that stays for good; the rest fades with a time constant, in days. */
    private static final double STAYS = .35;

    private static final double TYPICAL_FADING = 6;

    private final World world;
    private final double learning;
    private final double fading;
    private final Map<TopicSlug, Skill> skills = new HashMap<>();

    /** Looked up for forty questions in a row; void as soon as anything changes. */
    private final Map<TopicSlug, Double> sensitivities = new HashMap<>();

    private double days;

    SimulatedLearner(World world, RandomGenerator random) {
        this.world = world;
        double general = GENERAL_SPREAD * random.nextGaussian();
        for (SimulatedTopic topic : world.topics()) {
            skills.put(topic.slug(), new Skill(general + TOPIC_SPREAD * random.nextGaussian(), 0, 0));
        }
        learning = TYPICAL_LEARNING * StrictMath.exp(LEARNERS_DIFFER * random.nextGaussian());
        fading = TYPICAL_FADING * StrictMath.exp(LEARNERS_DIFFER * random.nextGaussian());
    }

    /** What the learner came with, what they learned on top of it, and when they last practised. */
    private record Skill(double brought, double learned, double practisedOn) {}

    /** Lets time pass. */
    void rest(double forDays) {
        days += forDays;
        sensitivities.clear();
    }

    /** Answers, and learns from it. */
    boolean answer(Question question, RandomGenerator random) {
        double chance = chance(question);
        boolean isRight = random.nextDouble() < chance;
        double taught = taught(chance)
                * (isRight ? 1 : TAUGHT_BY_ERROR)
                / question.topics().size();
        for (TopicSlug topic : question.topics()) {
            double kept = kept(topic);
            Skill skill = skill(topic);
            skills.put(topic, new Skill(skill.brought(), kept + taught * room(kept), days));
        }
        sensitivities.clear();
        return isRight;
    }

    /** The true chance of a right answer now. */
    double chance(Question question) {
        double ability = 0;
        for (TopicSlug topic : question.topics()) {
            ability += skill(topic).brought() + kept(topic);
        }
        return logistic(ability / question.topics().size() - world.difficulty(question));
    }

    /** The true chance of a right answer to any question of the topic. */
    double mastery(TopicSlug topic) {
        return meanChance(world.questions(topic));
    }

    /** The true chance of a right answer to any question of the bank. */
    double masteryOfAll() {
        return meanChance(world.questions());
    }

    /** How much an answer to this question would raise {@link #masteryOfAll}, about. */
    double worth(Question question) {
        double chance = chance(question);
        double taught = taught(chance) * (TAUGHT_BY_ERROR + (1 - TAUGHT_BY_ERROR) * chance);
        double worth = 0;
        for (TopicSlug topic : question.topics()) {
            double share = 1.0 / question.topics().size();
            worth += share * taught * room(kept(topic)) * share * sensitivity(topic);
        }
        return worth;
    }

    private double taught(double chance) {
        return learning * (TAUGHT_ANYWAY + 4 * chance * (1 - chance));
    }

    private static double room(double kept) {
        return Math.max(0, 1 - kept / MOST_LEARNED);
    }

    private double kept(TopicSlug topic) {
        Skill skill = skill(topic);
        double away = days - skill.practisedOn();
        return skill.learned() * (STAYS + (1 - STAYS) * StrictMath.exp(-away / fading));
    }

    private Skill skill(TopicSlug topic) {
        return Objects.requireNonNull(skills.get(topic), () -> "There is no topic " + topic + ".");
    }

    /** How much mastery of all grows with the level on one topic. */
    private double sensitivity(TopicSlug topic) {
        return sensitivities.computeIfAbsent(topic, slug -> world.questions(slug).stream()
                .mapToDouble(this::chance)
                .map(chance -> chance * (1 - chance))
                .sum());
    }

    private double meanChance(List<Question> questions) {
        return questions.stream().mapToDouble(this::chance).average().orElseThrow();
    }

    private static double logistic(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
