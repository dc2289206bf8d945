package dev.weakspot.model.simulation;

import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What a made-up learner answered in the days before a moment: something to look at where nobody has practised yet. They
 * practise on most days, a few topics at a time, and learn and forget on the way. Deterministic for its source of chance.
 */
public final class PretendHistory {

    private static final int TOPICS_IN_ALL = 14;
    private static final int TOPICS_A_DAY = 3;
    private static final double DAYS_OFF = .25;
    private static final int FEWEST_A_DAY = 7;
    private static final int MOST_A_DAY = 14;
    private static final Duration BEGINS_BEFORE = Duration.ofHours(2);
    private static final Duration BETWEEN = Duration.ofSeconds(75);

    private PretendHistory() {}

    /**
     * An answer to a question.
     *
     * @param chance how likely it was right; somebody who knows themselves is about as certain
     */
    public record Answer(QuestionId question, Instant at, boolean right, double chance) {}

    /**
     * Makes up a history.
     *
     * @param questions of a real bank
     * @param until nothing is answered later
     * @param days how long ago it begins
     */
    public static List<Answer> of(Collection<Question> questions, Instant until, int days, RandomGenerator random) {
        List<TopicSlug> topics = questions.stream()
                .map(question -> question.topics().getFirst())
                .distinct()
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
        World world = World.of(topicsOf(questions), questions, random);
        SimulatedLearner learner = new SimulatedLearner(world, random);
        Random shuffling = Random.from(random);
        Collections.shuffle(topics, shuffling);
        List<TopicSlug> studied = topics.subList(0, Math.min(TOPICS_IN_ALL, topics.size()));

        List<Answer> history = new ArrayList<>();
        for (int day = days; day > 0; day--) {
            if (random.nextDouble() >= DAYS_OFF) {
                Collections.shuffle(studied, shuffling);
                Instant begin = until.minus(Duration.ofDays(day - 1L)).minus(BEGINS_BEFORE);
                history.addAll(oneDay(world, learner, studied, begin, random));
            }
            learner.rest(1);
        }
        return history;
    }

    private static List<SimulatedTopic> topicsOf(Collection<Question> questions) {
        return questions.stream()
                .flatMap(question -> question.topics().stream())
                .distinct()
                .sorted()
                .map(slug -> new SimulatedTopic(slug, List.of()))
                .toList();
    }

    private static List<Answer> oneDay(
            World world, SimulatedLearner learner, List<TopicSlug> studied, Instant begin, RandomGenerator random) {
        List<Question> candidates = studied.stream()
                .limit(TOPICS_A_DAY)
                .flatMap(topic -> world.questions(topic).stream())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(candidates, Random.from(random));
        int count = Math.min(random.nextInt(FEWEST_A_DAY, MOST_A_DAY + 1), candidates.size());
        List<Answer> answers = new ArrayList<>();
        Instant at = begin;
        for (Question question : candidates.subList(0, count)) {
            double chance = learner.chance(question);
            answers.add(new Answer(question.id(), at, learner.answer(question, random), chance));
            at = at.plus(BETWEEN);
        }
        return answers;
    }
}
