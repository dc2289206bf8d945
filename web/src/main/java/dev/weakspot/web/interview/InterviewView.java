package dev.weakspot.web.interview;

import dev.weakspot.web.service.Readiness;
import dev.weakspot.web.service.Topic;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The day of a goal and the way there.
 *
 * @param form as it stands or as somebody has just sent it
 * @param groups topics by the group they belong to; none while the catalog is away
 * @param trouble key of the text that says why the form was not accepted
 * @param today where the learner is
 */
public record InterviewView(
        Outlook outlook, GoalForm form, Map<String, List<Topic>> groups, Optional<String> trouble, LocalDate today) {

    /** Days of the plan that are shown at once, the first apart from the others; those behind unfold. */
    private static final int SHOWN = 7;

    /** The days after the first, as far as they are shown at once. */
    public List<Readiness.Day> soon(Readiness readiness) {
        return readiness.days().stream().limit(SHOWN).skip(1).toList();
    }

    public List<Readiness.Day> later(Readiness readiness) {
        return readiness.days().stream().skip(SHOWN).toList();
    }

    /** The first of those topics that cost little when they are dropped. */
    public List<Readiness.Sacrifice> sacrifices(Readiness readiness) {
        return readiness.dropFirst().stream().limit(SHOWN).toList();
    }

    public long daysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(today, day);
    }

    public LocalDate latest() {
        return today.plusYears(1);
    }

    /** Ticked topics that no group has: they must not get lost while the catalog is away. */
    public List<String> strayTopics() {
        return form.topics().stream()
                .filter(slug -> groups.values().stream().flatMap(List::stream).noneMatch(topic -> topic.slug()
                        .equals(slug)))
                .sorted()
                .toList();
    }
}
