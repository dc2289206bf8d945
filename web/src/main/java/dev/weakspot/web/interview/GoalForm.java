package dev.weakspot.web.interview;

import dev.weakspot.web.service.Readiness.Goal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A goal as it stands in a form: whatever somebody wrote.
 *
 * @param all whether it is about all topics
 * @param topics slugs of those that are ticked
 * @param level of the role
 */
public record GoalForm(String day, String minutes, boolean all, Set<String> topics, String level) {

    /** From what is asked of few to what is asked of many. The last one is usual: it leaves nothing out. */
    public static final List<String> LEVELS = List.of("junior", "mid", "senior");

    private static final int USUAL_MINUTES = 30;
    private static final int MINUTES_OF_A_DAY = 1440;

    public GoalForm {
        topics = Set.copyOf(topics);
    }

    /** Before anybody has filled it in. */
    static GoalForm empty() {
        return new GoalForm("", Integer.toString(USUAL_MINUTES), true, Set.of(), LEVELS.getLast());
    }

    static GoalForm of(Goal goal) {
        List<String> topics = goal.topics() == null ? List.of() : goal.topics();
        return new GoalForm(
                goal.day().toString(),
                Integer.toString(goal.minutesPerDay()),
                topics.isEmpty(),
                Set.copyOf(topics),
                goal.level() == null ? LEVELS.getLast() : goal.level());
    }

    static GoalForm of(Map<String, Object> fields) {
        return new GoalForm(
                first(fields, "day"),
                first(fields, "minutes"),
                !first(fields, "scope").equals("some"),
                Set.copyOf(all(fields, "topics")),
                LEVELS.contains(first(fields, "level")) ? first(fields, "level") : LEVELS.getLast());
    }

    /** Key of the text that says what is wrong, before any service is asked; nothing when it can be sent. */
    Optional<String> trouble() {
        if (date().isEmpty()) {
            return Optional.of("interview.no-day");
        }
        if (minutesPerDay().isEmpty()) {
            return Optional.of("interview.bad-minutes");
        }
        return !all && topics.isEmpty() ? Optional.of("interview.no-topics") : Optional.empty();
    }

    /** To be asked for after {@link #trouble()} has found nothing. */
    Goal goal(ZoneId zone) {
        return new Goal(
                date().orElseThrow(),
                minutesPerDay().orElseThrow(),
                all ? List.of() : topics.stream().sorted().toList(),
                zone.getId(),
                level);
    }

    private Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Optional<Integer> minutesPerDay() {
        try {
            return Optional.of(Integer.valueOf(minutes.strip()))
                    .filter(count -> count >= 1 && count <= MINUTES_OF_A_DAY);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String first(Map<String, Object> fields, String name) {
        return all(fields, name).stream().findFirst().orElse("");
    }

    private static List<String> all(Map<String, Object> fields, String name) {
        return Stream.ofNullable(fields.get(name))
                .flatMap(value -> value instanceof Collection<?> several ? several.stream() : Stream.of(value))
                .map(String::valueOf)
                .toList();
    }
}
