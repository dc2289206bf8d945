package dev.weakspot.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.progress.MasteryView.Choice;
import dev.weakspot.web.progress.MasteryView.Ends;
import dev.weakspot.web.progress.MasteryView.Line;
import dev.weakspot.web.service.MasteryHistory;
import dev.weakspot.web.service.MasteryHistory.Day;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MasteryViewTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void theWeakestTopicsOfNowAreShownAfterAllTogetherFromTopToBottom() {
        Map<String, Double> eight =
                IntStream.rangeClosed(1, 8).boxed().collect(Collectors.toMap(i -> "t" + i, i -> i / 10.0));

        MasteryView view = view(List.of(day(TODAY, 0.45, eight)), List.of());

        assertThat(view.lines())
                .extracting(line -> line.title().orElse("all"))
                .containsExactly("all", "T5", "T4", "T3", "T2", "T1");
        assertThat(view.choices()).hasSize(8).filteredOn(Choice::shown).hasSize(5);
    }

    @Test
    void chosenTopicsAreShownInsteadAndUnknownOnesAreNot() {
        MasteryView view = view(List.of(day(TODAY, 0.5, Map.of("a", 0.1, "b", 0.9))), List.of("b", "no-such-topic"));

        assertThat(view.lines()).extracting(line -> line.title().orElse("all")).containsExactly("all", "B");
    }

    @Test
    void aTopicBeginsOnTheDayOfItsFirstAnswer() {
        MasteryView view = view(
                List.of(day(TODAY.minusDays(5), 0.3, Map.of("a", 0.3)), day(TODAY, 0.5, Map.of("a", 0.6, "b", 0.4))),
                List.of());

        Line b = view.lines().getLast();
        assertThat(b.title()).hasValue("B");
        assertThat(b.since()).isEqualTo(TODAY);
        assertThat(b.on(TODAY.minusDays(5))).isEmpty();
        assertThat(view.table()).containsExactly(TODAY, TODAY.minusDays(5));
    }

    @Test
    void whatLiesBeforeTheSpanIsLeftOut() {
        var old = day(TODAY.minusDays(90), 0.3, Map.of());
        var within = day(TODAY.minusDays(89), 0.4, Map.of());

        assertThat(view(List.of(old, within), List.of()).table()).containsExactly(TODAY.minusDays(89));
    }

    @Test
    void withoutADayThereIsNothingToDraw() {
        assertThat(of(List.of(), List.of())).isEmpty();
    }

    @Test
    void theBandGoesFromTheLowerToTheHigherEnds() {
        MasteryView view = view(
                List.of(new Day(TODAY.minusDays(1), 0.5, 0.2, 0.8, Map.of()), new Day(TODAY, 0.6, 0.4, 0.7, Map.of())),
                List.of());

        assertThat(view.band()).containsEntry(TODAY, new Ends(0.4, 0.7)).hasSize(2);
        assertThat(view.wide().band()).isPresent();
        assertThat(view.narrow().band()).isPresent();
    }

    @Test
    void aBandWithAHoleIsNotDrawn() {
        MasteryView view = view(
                List.of(day(TODAY.minusDays(1), 0.5, Map.of()), new Day(TODAY, 0.6, 0.4, 0.7, Map.of())), List.of());

        assertThat(view.band()).isEmpty();
        assertThat(view.wide().band()).isEmpty();
    }

    /** As a service says it that does not know the interval yet. */
    private static Day day(LocalDate day, double mastery, Map<String, Double> topics) {
        return new Day(day, mastery, null, null, topics);
    }

    private static MasteryView view(List<Day> days, List<String> chosen) {
        return of(days, chosen).orElseThrow();
    }

    private static Optional<MasteryView> of(List<Day> days, List<String> chosen) {
        Function<String, String> title = slug -> slug.toUpperCase(Locale.ROOT);
        return MasteryView.of(new MasteryHistory(days), 90, chosen, TODAY, title::apply);
    }
}
