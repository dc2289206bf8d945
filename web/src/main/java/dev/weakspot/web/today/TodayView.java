package dev.weakspot.web.today;

import dev.weakspot.web.service.Readiness;
import dev.weakspot.web.service.SessionList;
import dev.weakspot.web.service.Suggestions.Suggestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What there is to do today. What is absent could not be asked for: its service is away.
 *
 * @param running a set that was left in the middle
 * @param suggestions the best questions now; the first is the next one
 * @param titles what people call the suggestions' topics
 * @param answeredToday how many questions; nothing while practice is away
 * @param streak days in a row
 * @param due reviews that are due
 * @param daysLeft until the day of the goal, and how ready the learner will be
 * @param isNew whether the learner has not answered anything yet
 * @param today where the learner is
 */
public record TodayView(
        Optional<SessionList.Summary> running,
        Optional<List<Suggestion>> suggestions,
        List<String> titles,
        Optional<Integer> answeredToday,
        Optional<Integer> streak,
        Optional<Integer> due,
        Optional<Long> daysLeft,
        Optional<Readiness> readiness,
        boolean isNew,
        LocalDate today) {

    /** What the plan has for today. */
    public Optional<Readiness.Day> share() {
        return readiness
                .flatMap(known -> known.days().stream().findFirst())
                .filter(day -> day.date().equals(today) && !day.portions().isEmpty());
    }

    /** Whether the plan is about all topics, so that a set of anything is part of it. */
    public boolean isWholePlan() {
        return readiness
                .map(known -> known.goal().topics())
                .filter(topics -> !topics.isEmpty())
                .isEmpty();
    }
}
