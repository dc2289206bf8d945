package dev.weakspot.web.progress;

import java.util.Optional;

/**
 * How a learner comes along. What is absent could not be asked for, or nothing is known yet.
 *
 * @param answers the newest ones; nothing while practice is away
 * @param masteryAway whether recommendations could not be asked for it
 * @param mastery over time
 * @param practised on which days
 * @param calibration of certainty and of self-grades
 * @param reviews to come
 * @param days how many are looked back for mastery
 */
public record ProgressView(
        int days,
        boolean masteryAway,
        Optional<MasteryView> mastery,
        Optional<PractisedView> practised,
        Optional<CalibrationView> calibration,
        Optional<ReviewsView> reviews,
        Optional<AnswersView> answers) {

    /** Whether the learner has not answered anything yet, as far as one can tell. */
    public boolean isNew() {
        return answers.filter(view -> view.rows().isEmpty()).isPresent();
    }
}
