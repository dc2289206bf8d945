package dev.weakspot.recommendation.goal;

import dev.weakspot.model.goal.StudyPlan;
import java.util.List;

/**
 * What to expect of a goal.
 *
 * @param notPlanned topics of the goal that nobody can practise
 */
record Outlook(StudyPlan plan, List<NotPlanned> notPlanned) {

    Outlook {
        notPlanned = List.copyOf(notPlanned);
    }

    /**
     * A topic of the goal that nobody can practise.
     *
     * @param because why, as one sentence for people
     */
    record NotPlanned(String topic, String title, String because) {}

    /** What to expect, and how much is left out of it, for people. */
    String sentence() {
        if (notPlanned.isEmpty()) {
            return plan.sentence();
        }
        String expected = plan.sentence().substring(0, plan.sentence().length() - 1);
        return notPlanned.size() == 1
                ? "%s; %s is not counted, because nobody can practise it."
                        .formatted(expected, notPlanned.getFirst().title())
                : "%s; %d topics are not counted, because nobody can practise them."
                        .formatted(expected, notPlanned.size());
    }
}
