package dev.weakspot.model.lean;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Attempts for tests, the same for ever: bytes are kept that come from them. */
final class Histories {

    static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    static final TopicSlug ORM = new TopicSlug("orm");
    static final TopicSlug VIEWS = new TopicSlug("views");
    static final TopicSlug FORMS = new TopicSlug("forms");

    static final Question LAZINESS = question("laziness", 0, ORM);
    static final Question URLS = question("urls", .5, VIEWS);
    static final Question LIST_OF_BOOKS = question("list-of-books", -1, ORM, VIEWS);
    static final Question CLEANING = question("cleaning", 1, FORMS);
    static final Question WIZARD = question("wizard", 2, FORMS, VIEWS, ORM);
    static final List<Question> BANK = List.of(LAZINESS, URLS, LIST_OF_BOOKS, CLEANING, WIZARD);

    /** Enough weights for these few questions, and little to copy. */
    static final int SPARSE_BITS = 10;

    private Histories() {}

    static Question question(String id, double difficulty, TopicSlug... topics) {
        return new Question(new QuestionId(id), List.of(topics), difficulty);
    }

    /** Right, wrong and half right, minutes to weeks apart. */
    static List<Attempt> dated(int attempts, long seed) {
        Random random = new Random(seed);
        List<Attempt> history = new ArrayList<>();
        Instant at = MONDAY;
        for (int i = 0; i < attempts; i++) {
            Question question = BANK.get(random.nextInt(BANK.size()));
            double score = random.nextInt(5) / 4.0;
            history.add(new Attempt(question, score, at));
            at = at.plus(
                    random.nextInt(4) == 0
                            ? Duration.ofDays(random.nextInt(20))
                            : Duration.ofSeconds(random.nextInt(300)));
        }
        return history;
    }

    /** The same without times. */
    static List<Attempt> undated(int attempts, long seed) {
        return dated(attempts, seed).stream()
                .map(attempt -> new Attempt(attempt.question(), attempt.score(), Attempt.UNDATED))
                .toList();
    }
}
