package dev.weakspot.model.choice;

import static dev.weakspot.model.choice.Bank.NOON;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.Kind;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.Trend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Banks and learners as chance has them: with ties, loops of prerequisites, empty topics and questions on several topics. */
final class RandomBank {

    private static final List<String> LEVELS = List.of("junior", "mid", "senior");
    private static final List<String> KINDS = List.of("choose", "write", "compare");

    private final Random random;
    private final List<TopicSlug> topics;
    private final boolean isNewcomer;
    private final long sequence;

    private RandomBank(Random random) {
        this.random = random;
        topics = IntStream.rangeClosed(1, 1 + random.nextInt(7))
                .mapToObj(number -> new TopicSlug("topic-" + number))
                .toList();
        isNewcomer = random.nextInt(5) == 0;
        sequence = isNewcomer ? 0 : 1 + random.nextInt(120);
    }

    static Bank of(long seed) {
        return new RandomBank(new Random(seed)).bank();
    }

    /** Somebody without wishes, or with some. */
    static Wishes wishes(long seed) {
        var random = new Random(seed);
        Target target = random.nextBoolean() ? Target.usual() : Target.of(.3 + .01 * random.nextInt(61));
        Set<String> levels = new HashSet<>();
        LEVELS.stream().filter(_ -> random.nextInt(4) == 0).forEach(levels::add);
        return new Wishes(target, levels);
    }

    private Bank bank() {
        Bank bank = Bank.aBank().at(sequence);
        for (TopicSlug topic : topics) {
            bank = bank.with(standing(topic));
        }
        int questions = random.nextInt(1 + (random.nextInt(8) == 0 ? 30 : 10) * topics.size());
        for (int i = 0; i < questions; i++) {
            bank = bank.having(question("question-" + i, bank));
        }
        return bank;
    }

    private TopicStanding standing(TopicSlug topic) {
        double mastery = percent(1 + random.nextInt(99));
        double doubt = random.nextInt(3) == 0 ? 0 : random.nextDouble();
        return new TopicStanding(
                topic,
                "The " + topic,
                topics.stream().filter(_ -> random.nextInt(8) == 0).toList(),
                new Estimate(mastery, mastery * random.nextDouble(), mastery + (1 - mastery) * random.nextDouble()),
                doubt,
                isNewcomer || random.nextInt(5) < 2 ? 0 : 1 + random.nextInt(30),
                NOON.minus(Duration.ofHours(random.nextInt(10) == 0 ? 1 : random.nextInt(960))),
                Trend.NONE);
    }

    private Option question(String id, Bank bank) {
        List<TopicSlug> about = new ArrayList<>(topics);
        Collections.shuffle(about, random);
        List<TopicSlug> some = about.subList(0, Math.min(about.size(), random.nextInt(3) == 0 ? 3 : 1));
        boolean isKnownGround =
                some.stream().allMatch(topic -> bank.standing(topic).isPractised());
        PastTries past = isKnownGround && random.nextInt(2) == 0 ? tries() : PastTries.NONE;
        double predicted = percent(1 + random.nextInt(99));
        var candidate = new Candidate(
                new Question(new QuestionId(id), some, 0),
                new Kind(KINDS.get(random.nextInt(KINDS.size()))),
                LEVELS.get(random.nextInt(LEVELS.size())));
        return new Option(candidate, new Estimate(predicted, predicted / 2, (1 + predicted) / 2), past);
    }

    private PastTries tries() {
        double score = List.of(0.0, .6, 1.0).get(random.nextInt(3));
        return Bank.tries(
                1 + random.nextInt(3), score, 1 + random.nextLong(sequence), Duration.ofHours(random.nextInt(960)));
    }

    private static double percent(int number) {
        return number / 100.0;
    }
}
