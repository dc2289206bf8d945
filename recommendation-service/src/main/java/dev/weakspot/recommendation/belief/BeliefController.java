package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.Trend;
import dev.weakspot.model.choice.KindStanding;
import dev.weakspot.model.choice.Reason;
import dev.weakspot.model.choice.TopicStanding;
import dev.weakspot.model.choice.WeakKinds;
import dev.weakspot.model.choice.WeakTopics;
import dev.weakspot.recommendation.learner.LearnerId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Shows learners what we believe about them. */
@Controller("/api/v1/learners/me")
@Secured("learner")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "beliefs")
class BeliefController {

    private final Progress progress;
    private final FindKnowledge findKnowledge;

    BeliefController(Progress progress, FindKnowledge findKnowledge) {
        this.progress = progress;
        this.findKnowledge = findKnowledge;
    }

    /**
     * The topics that the learner has answered on, the weakest first.
     *
     * @param count how many at most
     * @param after waits up to two seconds until the attempt with this sequence is taken into account
     */
    @Get("/weak-topics")
    WeakTopicList weakTopics(
            Authentication authentication,
            @Parameter(required = false) @QueryValue(defaultValue = "10") @Min(1) @Max(50) int count,
            @Parameter(required = false) @QueryValue(defaultValue = "0") @PositiveOrZero long after) {
        Knowledge knowledge = knowledge(LearnerId.of(authentication), after);
        WeakTopics weakTopics = WeakTopics.of(knowledge.standings(knowledge.beliefs().keySet().stream()
                .filter(topic -> !knowledge.catalog().isWithdrawn(topic))
                .toList()));
        List<TopicStanding> weakest = weakTopics.ranking().stream().limit(count).toList();
        List<WeakKinds> kinds =
                knowledge.kinds(weakest.stream().map(TopicStanding::topic).toList());
        List<WeakTopic> items = IntStream.range(0, weakest.size())
                .mapToObj(i -> WeakTopic.of(weakest.get(i), weakTopics.reason(weakest.get(i)), kinds.get(i)))
                .toList();
        return new WeakTopicList(AsOf.of(knowledge, after), items);
    }

    /**
     * What we believe about the learner on each topic that they have answered on, by topic.
     *
     * @param after waits up to two seconds until the attempt with this sequence is taken into account
     */
    @Get("/beliefs")
    BeliefList beliefs(
            Authentication authentication,
            @Parameter(required = false) @QueryValue(defaultValue = "0") @PositiveOrZero long after) {
        Knowledge knowledge = knowledge(LearnerId.of(authentication), after);
        List<TopicSlug> topics = knowledge.beliefs().keySet().stream().sorted().toList();
        List<Belief> items =
                knowledge.standings(topics).stream().map(Belief::of).toList();
        return new BeliefList(AsOf.of(knowledge, after), items);
    }

    private Knowledge knowledge(LearnerId learner, long after) {
        progress.await(learner, after);
        return findKnowledge.of(learner);
    }

    /** A ranking of topics and how fresh it is. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record WeakTopicList(AsOf asOf, List<WeakTopic> items) {}

    /**
     * A topic that the learner is weak at.
     *
     * @param mastery expected success on its questions
     * @param low lower end of the 90 % interval
     * @param high upper end of the 90 % interval
     * @param trend where the learner is going: rising or falling once that is unlikely to be chance, on three attempts at least,
     *     and steady otherwise
     * @param kinds the kinds of its questions, the weakest first
     * @param because the reasons as one sentence for people
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record WeakTopic(
            String topic,
            String title,
            double mastery,
            double low,
            double high,
            int attempts,
            String trend,
            List<WeakKind> kinds,
            List<ReasonGiven> reasons,
            String because) {

        static WeakTopic of(TopicStanding standing, Reason reason, WeakKinds kinds) {
            Estimate mastery = standing.mastery();
            return new WeakTopic(
                    standing.topic().value(),
                    standing.title(),
                    mastery.value(),
                    mastery.low(),
                    mastery.high(),
                    standing.attempts(),
                    word(standing.trend()),
                    kinds.ranking().stream().map(WeakKind::of).toList(),
                    ReasonGiven.of(List.of(reason)),
                    Reason.sentence(List.of(reason)));
        }
    }

    /**
     * How the learner does on one kind of a topic's questions.
     *
     * @param mastery expected success on them
     * @param low lower end of the 90 % interval
     * @param high upper end of the 90 % interval
     * @param questions how many there are
     * @param attempts attempts on them so far
     * @param trend where the learner is going on them: rising, steady or falling, as for the topic
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record WeakKind(String kind, double mastery, double low, double high, int questions, int attempts, String trend) {

        static WeakKind of(KindStanding standing) {
            Estimate mastery = standing.mastery();
            return new WeakKind(
                    standing.kind().value(),
                    mastery.value(),
                    mastery.low(),
                    mastery.high(),
                    standing.questions(),
                    standing.attempts(),
                    word(standing.trend()));
        }
    }

    private static String word(Trend trend) {
        return trend.direction().name().toLowerCase(Locale.ROOT);
    }

    /** Beliefs and how fresh they are. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record BeliefList(AsOf asOf, List<Belief> items) {}

    /**
     * What we believe about the learner on a topic.
     *
     * @param mastery expected success on its questions
     * @param low lower end of the 90 % interval
     * @param high upper end of the 90 % interval
     * @param lastAnsweredAt when the learner last answered on it
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Belief(
            String topic, String title, double mastery, double low, double high, int attempts, Instant lastAnsweredAt) {

        static Belief of(TopicStanding standing) {
            Estimate mastery = standing.mastery();
            return new Belief(
                    standing.topic().value(),
                    standing.title(),
                    mastery.value(),
                    mastery.low(),
                    mastery.high(),
                    standing.attempts(),
                    standing.lastAnsweredAt());
        }
    }
}
