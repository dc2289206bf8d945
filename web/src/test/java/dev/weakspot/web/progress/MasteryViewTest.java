package dev.weakspot.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.progress.MasteryView.Choice;
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
    void theWeakestTopicsOfNowAreShownAfterAllTogether() {
        Map<String, Double> eight =
                IntStream.rangeClosed(1, 8).boxed().collect(Collectors.toMap(i -> "t" + i, i -> i / 10.0));

        MasteryView view = view(List.of(new Day(TODAY, 0.45, eight)), List.of());

        assertThat(view.lines())
                .extracting(line -> line.title().orElse("all"))
                .containsExactly("all", "T1", "T2", "T3", "T4", "T5");
        assertThat(view.choices()).hasSize(8).filteredOn(Choice::shown).hasSize(5);
    }

    @Test
    void chosenTopicsAreShownInsteadAndUnknownOnesAreNot() {
        MasteryView view =
                view(List.of(new Day(TODAY, 0.5, Map.of("a", 0.1, "b", 0.9))), List.of("b", "no-such-topic"));

        assertThat(view.lines()).extracting(line -> line.title().orElse("all")).containsExactly("all", "B");
    }

    @Test
    void aTopicBeginsOnTheDayOfItsFirstAnswer() {
        MasteryView view = view(
                List.of(
                        new Day(TODAY.minusDays(5), 0.3, Map.of("a", 0.3)),
                        new Day(TODAY, 0.5, Map.of("a", 0.6, "b", 0.4))),
                List.of());

        Line b = view.lines().get(1);
        assertThat(b.title()).hasValue("B");
        assertThat(b.since()).isEqualTo(TODAY);
        assertThat(b.on(TODAY.minusDays(5))).isEmpty();
        assertThat(view.table()).containsExactly(TODAY, TODAY.minusDays(5));
    }

    @Test
    void whatLiesBeforeTheSpanIsLeftOut() {
        var old = new Day(TODAY.minusDays(90), 0.3, Map.of());
        var within = new Day(TODAY.minusDays(89), 0.4, Map.of());

        assertThat(view(List.of(old, within), List.of()).table()).containsExactly(TODAY.minusDays(89));
    }

    @Test
    void withoutADayThereIsNothingToDraw() {
        assertThat(of(List.of(), List.of())).isEmpty();
    }

    private static MasteryView view(List<Day> days, List<String> chosen) {
        return of(days, chosen).orElseThrow();
    }

    private static Optional<MasteryView> of(List<Day> days, List<String> chosen) {
        Function<String, String> title = slug -> slug.toUpperCase(Locale.ROOT);
        return MasteryView.of(new MasteryHistory(days), 90, chosen, TODAY, title::apply);
    }
}
