package dev.weakspot.web.weaktopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weakspot.web.service.AsOf;
import dev.weakspot.web.service.Beliefs;
import dev.weakspot.web.service.Beliefs.Belief;
import dev.weakspot.web.service.Topic;
import dev.weakspot.web.service.WeakTopics;
import dev.weakspot.web.service.WeakTopics.WeakTopic;
import dev.weakspot.web.weaktopics.WeakTopicsView.Basis;
import dev.weakspot.web.weaktopics.WeakTopicsView.Tried;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeakTopicsViewTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Map<String, Topic> TOPICS = Stream.of(
                    new Topic("views", "Views", "Basics", List.of("http")),
                    new Topic("http", "HTTP", "Basics", List.of()),
                    new Topic("forms", "Forms", "Forms", List.of("views", "http")),
                    new Topic("uploads", "Uploads", "Forms", List.of()))
            .collect(Collectors.toMap(Topic::slug, Function.identity()));

    @Test
    void aPrerequisiteThatIsWeakerMayBeTheGap() {
        WeakTopicsView view = view(List.of(weak("forms", 0.4)), List.of(belief("forms", 0.4), belief("http", 0.2)));

        Tried forms = view.tried().getFirst();
        assertThat(forms.restsOn())
                .extracting(
                        Basis::slug, Basis::mayBeGap, basis -> basis.belief().isPresent())
                .containsExactly(tuple("views", false, false), tuple("http", true, true));
        assertThat(forms.hasGap()).isTrue();
    }

    @Test
    void aPrerequisiteThatIsStrongerIsNoGap() {
        WeakTopicsView view = view(List.of(weak("views", 0.4)), List.of(belief("views", 0.4), belief("http", 0.5)));

        assertThat(view.tried().getFirst().hasGap()).isFalse();
    }

    @Test
    void daysAreThoseOfTheLearnersTimeZone() {
        // Half past midnight in Berlin is the day before in UTC.
        var belief = new Belief("http", "HTTP", 0.5, 0.4, 0.6, 3, Instant.parse("2026-11-19T23:30:00Z"));

        WeakTopicsView view = view(List.of(weak("http", 0.5)), List.of(belief));

        assertThat(view.tried().getFirst().daysAgo()).hasValue(1L);
    }

    @Test
    void whatTheRankingHasNoRoomForFollowsByMastery() {
        WeakTopicsView view = view(
                List.of(weak("http", 0.1)),
                List.of(belief("uploads", 0.9), belief("http", 0.1), belief("views", 0.6), belief("withdrawn", 0.5)));

        assertThat(view.tried()).extracting(Tried::slug).containsExactly("http", "views", "uploads");
        assertThat(view.untried()).containsOnlyKeys("Forms");
        assertThat(view.topics()).isEqualTo(4);
    }

    @Test
    void theLongestUnseenComeFirstAndRecentOnesNotAtAll() {
        WeakTopicsView view = view(
                List.of(weak("http", 0.1), weak("views", 0.2), weak("forms", 0.3)),
                List.of(
                        seen("http", TODAY.minusDays(10)),
                        seen("views", TODAY.minusDays(40)),
                        seen("forms", TODAY.minusDays(9))));

        assertThat(view.fading()).extracting(Tried::slug).containsExactly("views", "http");
    }

    @Test
    void withoutRecommendationsEveryTopicCanStillBePractised() {
        WeakTopicsView view = WeakTopicsView.of(Optional.empty(), Optional.empty(), TOPICS, TODAY, BERLIN);

        assertThat(view.away()).isTrue();
        assertThat(view.tried()).isEmpty();
        assertThat(view.untried()).containsOnlyKeys("Basics", "Forms");
        assertThat(view.topics()).isEqualTo(4);
    }

    @Test
    void aTrendThatWeDoNotKnowIsNotShown() {
        assertThat(Trend.find("falling")).hasValue(Trend.FALLING);
        assertThat(Trend.find("wobbling")).isEmpty();
    }

    private static WeakTopicsView view(List<WeakTopic> ranking, List<Belief> beliefs) {
        return WeakTopicsView.of(
                Optional.of(new WeakTopics(asOf(), ranking)),
                Optional.of(new Beliefs(asOf(), beliefs)),
                TOPICS,
                TODAY,
                BERLIN);
    }

    private static AsOf asOf() {
        return new AsOf(7, null, "lean/1@7", false);
    }

    private static WeakTopic weak(String slug, double mastery) {
        return new WeakTopic(slug, slug, mastery, mastery / 2, (1 + mastery) / 2, 3, "steady", List.of(), "Because.");
    }

    private static Belief belief(String slug, double mastery) {
        return new Belief(
                slug,
                slug,
                mastery,
                mastery / 2,
                (1 + mastery) / 2,
                3,
                TODAY.atStartOfDay(BERLIN).toInstant());
    }

    private static Belief seen(String slug, LocalDate day) {
        return new Belief(
                slug, slug, 0.5, 0.4, 0.6, 3, day.atTime(12, 0).atZone(BERLIN).toInstant());
    }
}
