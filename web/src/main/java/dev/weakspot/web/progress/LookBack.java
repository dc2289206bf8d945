package dev.weakspot.web.progress;

import dev.weakspot.web.page.Page;
import dev.weakspot.web.service.AttemptPage;
import dev.weakspot.web.service.MasteryHistory;
import dev.weakspot.web.service.PracticeClient;
import dev.weakspot.web.service.Question;
import dev.weakspot.web.service.QuestionBank;
import dev.weakspot.web.service.Reach;
import dev.weakspot.web.service.RecommendationClient;
import dev.weakspot.web.token.AccessTokens;
import dev.weakspot.web.visit.Visitor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the services for all that is known of a learner's past. Each part may be missing; the others are shown. */
@Singleton
class LookBack {

    static final int LONGEST = 365;

    private static final int A_YEAR = 366;
    private static final int TWO_WEEKS = 14;
    private static final int NEWEST = 8;
    private static final int PAGE = 25;

    private final PracticeClient practice;
    private final RecommendationClient recommendation;
    private final QuestionBank bank;
    private final AccessTokens tokens;
    private final Clock clock;

    LookBack(
            PracticeClient practice,
            RecommendationClient recommendation,
            QuestionBank bank,
            AccessTokens tokens,
            Clock clock) {
        this.practice = practice;
        this.recommendation = recommendation;
        this.bank = bank;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Mastery of so many days, and of these topics when some are named. */
    ProgressView progress(Page page, int days, List<String> topics) {
        Visitor visitor = page.signedIn();
        String bearer = tokens.bearer(visitor);
        String zone = page.zone().getId();
        LocalDate today = page.dayOf(clock.instant());
        int within = Math.clamp(days, 1, LONGEST);
        Optional<MasteryHistory> history = Reach.ask(() -> recommendation.masteryHistory(bearer, within, zone));
        return new ProgressView(
                within,
                history.isEmpty(),
                history.flatMap(
                        known -> MasteryView.of(known, within, topics, today, slug -> bank.title(visitor, slug))),
                Reach.ask(() -> practice.days(bearer, zone, A_YEAR)).map(known -> PractisedView.of(known, today)),
                Reach.ask(() -> practice.calibration(bearer)).map(CalibrationView::of),
                Reach.ask(() -> recommendation.reviews(bearer, TWO_WEEKS, zone)).flatMap(ReviewsView::of),
                Reach.ask(() -> practice.attempts(bearer, null, NEWEST)).map(found -> view(visitor, found, true)));
    }

    /** A page of answers, from a cursor of the page before on. */
    AnswersView answers(Page page, @Nullable String cursor) {
        Visitor visitor = page.signedIn();
        AttemptPage found = Reach.get(() -> practice.attempts(tokens.bearer(visitor), cursor, PAGE));
        return view(visitor, found, cursor == null);
    }

    private AnswersView view(Visitor visitor, AttemptPage found, boolean isFirst) {
        List<AnswerRow> rows = new ArrayList<>();
        for (AttemptPage.Item attempt : found.items()) {
            Optional<Question> question =
                    Reach.ask(() -> bank.question(visitor, attempt.questionId(), attempt.questionVersion()));
            rows.add(new AnswerRow(
                    attempt,
                    question.map(Question::opening).orElse(attempt.questionId()),
                    bank.title(visitor, attempt.topics().getFirst())));
        }
        return new AnswersView(List.copyOf(rows), Optional.ofNullable(found.nextCursor()), isFirst);
    }
}
