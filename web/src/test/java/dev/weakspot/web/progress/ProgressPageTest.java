package dev.weakspot.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.page.Language;
import dev.weakspot.web.page.Shown;
import dev.weakspot.web.practise.Answered;
import dev.weakspot.web.service.Attempt;
import dev.weakspot.web.service.AttemptPage;
import dev.weakspot.web.service.Calibration;
import dev.weakspot.web.service.Calibration.Mean;
import dev.weakspot.web.service.Calibration.SelfGrades;
import dev.weakspot.web.service.Calibration.Sureness;
import dev.weakspot.web.service.Days;
import dev.weakspot.web.service.MasteryHistory;
import dev.weakspot.web.service.Question;
import dev.weakspot.web.service.Reviews;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressPageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final UUID ATTEMPT = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource
    void everyPlotHasItsNumbersInATable(Language language) {
        var history = new MasteryHistory(List.of(
                new MasteryHistory.Day(TODAY.minusDays(3), 0.41, 0.27, 0.56, Map.of("http", 0.31)),
                new MasteryHistory.Day(TODAY, 0.52, 0.38, 0.66, Map.of("http", 0.42))));
        var certainty = List.of(new Sureness(0.5, 44, 0.63), new Sureness(0.95, 35, 0.71));
        var calibration = new Calibration(certainty, new SelfGrades(30, 0.84, new Mean(40, 0.55)));
        var view = new ProgressView(
                90,
                false,
                MasteryView.of(history, 90, List.of(), TODAY, slug -> "HTTP"),
                Optional.of(PractisedView.of(new Days(List.of(new Days.Day(TODAY, 17, 9, 0.58, 1260))), TODAY)),
                Optional.of(CalibrationView.of(calibration)),
                ReviewsView.of(
                        new Reviews(3, List.of(new Reviews.Day(TODAY, 3), new Reviews.Day(TODAY.plusDays(1), 13)))),
                Optional.of(new AnswersView(List.of(row()), Optional.of("7"), true)));

        String html = Shown.page(language, "progress", view);

        assertThat(Shown.text(html))
                .contains(
                        "41\u00a0%",
                        "52\u00a0%", "31\u00a0%", "42\u00a0%", "38–66\u00a0%", language.text("mastery.band"))
                .contains(" 17 ", " 58\u00a0% ", " 21 ")
                .contains(" 44 ", "63\u00a0%", "71\u00a0%", language.text("calibration.too-sure-at-the-top"))
                .contains("84\u00a0%", "55\u00a0%", language.text("self-grades.too-sure"))
                .contains(" 13 ");
        assertThat(html).contains("/progress/answers/" + ATTEMPT, "What &lt;is&gt; this?");
    }

    @ParameterizedTest
    @EnumSource
    void oneDayIsToldInWords(Language language) {
        var history =
                new MasteryHistory(List.of(new MasteryHistory.Day(TODAY, 0.52, 0.38, 0.66, Map.of("http", 0.42))));
        var view = new ProgressView(
                90,
                false,
                MasteryView.of(history, 90, List.of(), TODAY, slug -> "HTTP"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        String html = Shown.page(language, "progress", view);

        String day = language == Language.GERMAN ? "21. November 2026" : "21 November 2026";
        assertThat(Shown.text(html))
                .contains(language.text("mastery.one-day", day), "52\u00a0%", "42\u00a0%")
                .doesNotContain("→");
        assertThat(html).doesNotContain("<path class=\"line");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAwaySaysSoAndTheRestIsShown(Language language) {
        var view = new ProgressView(
                90, true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        String text = Shown.text(Shown.page(language, "progress", view));

        assertThat(text)
                .contains(
                        language.text("mastery.away"),
                        language.text("progress.practice-away"),
                        language.text("reviews.away"));
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNotAnsweredAnythingIsToldWhatWillBeHere(Language language) {
        var view = new ProgressView(
                90,
                false,
                Optional.empty(),
                Optional.of(PractisedView.of(new Days(List.of()), TODAY)),
                Optional.of(CalibrationView.of(new Calibration(List.of(), null))),
                ReviewsView.of(new Reviews(0, List.of(new Reviews.Day(TODAY, 0)))),
                Optional.of(new AnswersView(List.of(), Optional.empty(), true)));

        String text = Shown.text(Shown.page(language, "progress", view));

        assertThat(text)
                .contains(
                        language.text("progress.none"),
                        language.text("days.none"),
                        language.text("calibration.none"),
                        language.text("answers.none"));
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsShownAsItWasGiven(Language language) {
        var question = new Question(
                "q",
                1,
                "scenario",
                "mid",
                60,
                List.of("http"),
                null,
                "What <is> this?",
                null,
                null,
                "ordering",
                null,
                List.of(new Question.Option("a", "First"), new Question.Option("b", "Second")));
        var attempt = new Attempt(
                ATTEMPT,
                3,
                "q",
                1,
                Map.of("order", List.of("b", "a")),
                0.5,
                false,
                "answer-key",
                List.of(new Attempt.Feedback("a", false, "Too late.")),
                "So it is.",
                null,
                0.75,
                Instant.EPOCH);

        String html = Shown.page(language, "answer", new AnswerView(new Answered(question, attempt), List.of("HTTP")));

        assertThat(Shown.text(html)).containsSubsequence("50\u00a0%", "Second", "First", "Too late.", "So it is.");
    }

    @ParameterizedTest
    @EnumSource
    void answersCanBeTurnedLikePages(Language language) {
        String first = Shown.page(language, "answers", new AnswersView(List.of(row()), Optional.of("42"), true));
        String last = Shown.page(language, "answers", new AnswersView(List.of(row()), Optional.empty(), false));

        assertThat(first).contains("/progress/answers?cursor=42");
        assertThat(last).doesNotContain("cursor=").contains(language.text("answers.newest"));
    }

    private static AnswerRow row() {
        var attempt = new AttemptPage.Item(
                ATTEMPT, "q", 1, "scenario", List.of("http"), 0.5, false, "learner", 0.75, Instant.EPOCH);
        return new AnswerRow(attempt, "What <is> this?", "HTTP");
    }
}
