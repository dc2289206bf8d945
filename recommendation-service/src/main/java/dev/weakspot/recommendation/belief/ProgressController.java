package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.recommendation.learner.LearnerId;
import dev.weakspot.recommendation.learner.Zone;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows learners how they have come along, and what will come back to them. */
@Controller("/api/v1/learners/me")
@Secured("learner")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "progress")
class ProgressController {

    private final FindKnowledge findKnowledge;
    private final MasteryHistory masteryHistory;

    ProgressController(FindKnowledge findKnowledge, MasteryHistory masteryHistory) {
        this.findKnowledge = findKnowledge;
        this.masteryHistory = masteryHistory;
    }

    /**
     * The learner's mastery at the end of each day on which they practised, judged by what the model knows today.
     *
     * @param days how many at most, the latest
     * @param zone where a day begins and ends, as in the IANA database
     */
    @Get("/mastery-history{?days,time_zone}")
    @ApiResponse(responseCode = "400", description = "unknown-time-zone, or days out of range")
    History masteryHistory(
            Authentication authentication,
            @Parameter(required = false) @QueryValue(defaultValue = "90") @Min(1) @Max(366) int days,
            @Parameter(required = false) @QueryValue(value = "time_zone", defaultValue = "UTC") @Size(max = 60) String zone) {
        LearnerId learner = LearnerId.of(authentication);
        ZoneId known = Zone.of(zone).id();
        Knowledge knowledge = findKnowledge.of(learner);
        List<DayMastery> items = masteryHistory.of(learner, knowledge, known, days).stream()
                .map(DayMastery::of)
                .toList();
        return new History(AsOf.of(knowledge, 0), items);
    }

    /**
     * How many questions are due for review, and on which days others will be.
     *
     * @param days how many days to look ahead, today included
     * @param zone where a day begins and ends, as in the IANA database
     */
    @Get("/reviews{?days,time_zone}")
    @ApiResponse(responseCode = "400", description = "unknown-time-zone, or days out of range")
    Reviews reviews(
            Authentication authentication,
            @Parameter(required = false) @QueryValue(defaultValue = "14") @Min(1) @Max(366) int days,
            @Parameter(required = false) @QueryValue(value = "time_zone", defaultValue = "UTC") @Size(max = 60) String zone) {
        ZoneId known = Zone.of(zone).id();
        return Reviews.of(findKnowledge.of(LearnerId.of(authentication)), known, days);
    }

    /** Days on which the learner has practised, the earliest first. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record History(AsOf asOf, List<DayMastery> items) {}

    /**
     * Where the learner stood at the end of a day.
     *
     * @param mastery expected success, a mean over the topics tried until then
     * @param low lower end of its 90 % interval
     * @param high upper end of its 90 % interval
     * @param topics expected success on each of them
     */
    @Serdeable
    record DayMastery(LocalDate day, double mastery, double low, double high, Map<String, Double> topics) {

        static DayMastery of(MasteryHistory.Standing standing) {
            Map<String, Double> topics = new TreeMap<>();
            standing.topics().forEach((TopicSlug topic, Double mastery) -> topics.put(topic.value(), mastery));
            Estimate all = standing.mastery();
            return new DayMastery(standing.day(), all.value(), all.low(), all.high(), topics);
        }
    }

    /**
     * What will come back.
     *
     * @param due questions that are due now
     * @param forecast how many become due on each day; today's are those due already and those until midnight
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Reviews(AsOf asOf, long due, List<DayReviews> forecast) {

        static Reviews of(Knowledge knowledge, ZoneId zone, int days) {
            Instant now = knowledge.moment();
            LocalDate today = LocalDate.ofInstant(now, zone);
            List<Instant> all = knowledge.reviewsDue();
            Map<LocalDate, Long> byDay = all.stream()
                    .map(due -> LocalDate.ofInstant(due.isBefore(now) ? now : due, zone))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            List<DayReviews> forecast = today.datesUntil(today.plusDays(days))
                    .map(day -> new DayReviews(day, byDay.getOrDefault(day, 0L)))
                    .toList();
            long due = all.stream().filter(moment -> !moment.isAfter(now)).count();
            return new Reviews(AsOf.of(knowledge, 0), due, forecast);
        }
    }

    /** So many questions become due on a day. */
    @Serdeable
    record DayReviews(LocalDate day, long reviews) {}
}
