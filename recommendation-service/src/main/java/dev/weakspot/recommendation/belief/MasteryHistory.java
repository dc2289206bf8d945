package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Estimate;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.recommendation.belief.PastAttempts.PastAttempt;
import dev.weakspot.recommendation.catalog.CatalogQuestion;
import dev.weakspot.recommendation.learner.LearnerId;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * How a learner has come to where they are. Their attempts are gone through once more with what the model knows of questions
 * today, so that all days are judged by the same measure, and a day's mastery is what it was after its last attempt.
 */
@Singleton
class MasteryHistory {

    /** Of more attempts, the newest. */
    private static final int MOST_ATTEMPTS = 10_000;

    private final PastAttempts pastAttempts;

    MasteryHistory(PastAttempts pastAttempts) {
        this.pastAttempts = pastAttempts;
    }

    /**
     * Where a learner stood at the end of a day.
     *
     * @param mastery mean over the topics tried until then, its ends too: as if all were wrong in the same direction
     */
    record Standing(LocalDate day, Estimate mastery, Map<TopicSlug, Double> topics) {}

    /** The days on which the learner has practised, the earliest first; at most so many of the latest. */
    List<Standing> of(LearnerId learner, Knowledge knowledge, ZoneId zone, int days) {
        List<PastAttempt> attempts =
                pastAttempts.newest(learner.value(), MOST_ATTEMPTS).reversed();
        LearnerMemory memory = new LearnerMemory();
        TreeSet<TopicSlug> tried = new TreeSet<>();
        TreeMap<LocalDate, Standing> standings = new TreeMap<>();
        for (int i = 0; i < attempts.size(); i++) {
            PastAttempt attempt = attempts.get(i);
            findAttempt(attempt, knowledge).ifPresent(known -> {
                knowledge.follow(memory, known);
                tried.addAll(known.question().topics());
            });
            LocalDate day = dayOf(attempt, zone);
            boolean isLastOfDay = i + 1 == attempts.size()
                    || !dayOf(attempts.get(i + 1), zone).equals(day);
            if (isLastOfDay && !tried.isEmpty()) {
                standings.put(day, standing(day, memory, tried, knowledge, attempt));
            }
        }
        List<Standing> all = new ArrayList<>(standings.values());
        return all.subList(Math.max(0, all.size() - days), all.size());
    }

    private static LocalDate dayOf(PastAttempt attempt, ZoneId zone) {
        return LocalDate.ofInstant(attempt.answeredAt(), zone);
    }

    /** Nothing when its question is withdrawn: then we do not know any more what it was about. */
    private static Optional<Attempt> findAttempt(PastAttempt attempt, Knowledge knowledge) {
        return knowledge
                .catalog()
                .findQuestion(new QuestionId(attempt.questionId()))
                .map(CatalogQuestion::toQuestion)
                .map(question -> new Attempt(question, attempt.score(), attempt.answeredAt()));
    }

    private static Standing standing(
            LocalDate day, LearnerMemory memory, Set<TopicSlug> tried, Knowledge knowledge, PastAttempt last) {
        Map<TopicSlug, Double> topics = new TreeMap<>();
        List<Estimate> estimates = new ArrayList<>();
        for (TopicSlug topic : tried) {
            Estimate mastery = knowledge.mastery(memory, topic, last.answeredAt());
            topics.put(topic, mastery.value());
            estimates.add(mastery);
        }
        Estimate all = Estimate.of(
                mean(estimates, Estimate::value), mean(estimates, Estimate::low), mean(estimates, Estimate::high));
        return new Standing(day, all, topics);
    }

    private static double mean(List<Estimate> estimates, ToDoubleFunction<Estimate> part) {
        return estimates.stream().mapToDouble(part).average().orElseThrow();
    }
}
