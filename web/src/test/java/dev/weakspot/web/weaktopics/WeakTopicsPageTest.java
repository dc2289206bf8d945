package dev.weakspot.web.weaktopics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.page.Language;
import dev.weakspot.web.page.Shown;
import dev.weakspot.web.service.Beliefs.Belief;
import dev.weakspot.web.service.Topic;
import dev.weakspot.web.service.WeakTopics.Kind;
import dev.weakspot.web.weaktopics.WeakTopicsView.Basis;
import dev.weakspot.web.weaktopics.WeakTopicsView.Tried;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeakTopicsPageTest {

    private static final SortedMap<String, List<Topic>> UNTRIED =
            new TreeMap<>(Map.of("Forms", List.of(new Topic("uploads", "File <uploads>", "Forms", List.of()))));

    @ParameterizedTest
    @EnumSource
    void aTopicIsShownWithItsReasonsAndWhatItRestsOn(Language language) {
        String html = Shown.page(
                language,
                "weak-topics",
                new WeakTopicsView(false, List.of(topic("forms")), List.of(topic("forms")), UNTRIED));

        assertThat(Shown.text(html))
                .containsSubsequence(
                        "38\u00a0%",
                        "21\u00a0%", "57\u00a0%", "Because of HTTP.", "20\u00a0%", "HTTP", "12\u00a0%", "Views");
        assertThat(html).contains("name=\"topic\" value=\"forms\"", "value=\"uploads\"", "File &lt;uploads&gt;");
    }

    @Test
    void aLongRankingIsCutAndContinues() {
        List<Tried> many = IntStream.range(0, 24).mapToObj(i -> topic("t" + i)).toList();

        String html = Shown.page(Language.ENGLISH, "weak-topics", new WeakTopicsView(false, many, List.of(), UNTRIED));

        assertThat(html).contains("14 more topics", "<ol class=\"ranking\" start=\"11\">");
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNotAnsweredAnythingLearnsHowItWorks(Language language) {
        String html = Shown.page(language, "weak-topics", new WeakTopicsView(false, List.of(), List.of(), UNTRIED));

        assertThat(Shown.text(html))
                .contains(language.text("weak.none-three"))
                .doesNotContain(language.text("weak.away"));
    }

    @ParameterizedTest
    @EnumSource
    void withoutRecommendationsTopicsCanStillBePractised(Language language) {
        String html = Shown.page(language, "weak-topics", new WeakTopicsView(true, List.of(), List.of(), UNTRIED));

        assertThat(Shown.text(html)).contains(language.text("weak.away"), language.text("weak.all"));
        assertThat(html).contains("name=\"topic\" value=\"uploads\"");
    }

    private static Tried topic(String slug) {
        var below = new Belief("http", "HTTP", 0.12, 0.05, 0.3, 4, Instant.EPOCH);
        return new Tried(
                slug,
                "Forms",
                0.38,
                0.21,
                0.57,
                12,
                Optional.of(Trend.FALLING),
                List.of(new Kind("scenario", 0.2, 0.1, 0.4)),
                Optional.of("Because of HTTP."),
                Optional.of(12L),
                List.of(
                        new Basis("http", "HTTP", Optional.of(below), true),
                        new Basis("views", "Views", Optional.empty(), false)));
    }
}
