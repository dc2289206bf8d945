package dev.weakspot.recommendation.goal;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.goal.StudyPlan;
import dev.weakspot.recommendation.belief.AsOf;
import dev.weakspot.recommendation.belief.FindKnowledge;
import dev.weakspot.recommendation.belief.Knowledge;
import dev.weakspot.recommendation.belief.Progress;
import dev.weakspot.recommendation.catalog.Catalog;
import dev.weakspot.recommendation.learner.LearnerId;
import dev.weakspot.recommendation.learner.Zone;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.micronaut.validation.Validated;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets learners say what they want to be ready for, and tells them whether they will be. */
@Controller("/api/v1/learners/me")
@Secured("learner")
@Validated
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "goals")
class GoalController {

    private final Goals goals;
    private final SetGoal setGoal;
    private final PlanForGoal planForGoal;
    private final Progress progress;
    private final FindKnowledge findKnowledge;

    GoalController(
            Goals goals, SetGoal setGoal, PlanForGoal planForGoal, Progress progress, FindKnowledge findKnowledge) {
        this.goals = goals;
        this.setGoal = setGoal;
        this.planForGoal = planForGoal;
        this.progress = progress;
        this.findKnowledge = findKnowledge;
    }

    /** What the learner wants to be ready for. */
    @Get("/goal")
    @ApiResponse(
            responseCode = "200",
            description = "The goal",
            content = @Content(schema = @Schema(implementation = LearnersGoal.class)))
    @ApiResponse(responseCode = "404", description = "no-goal")
    LearnersGoal goal(Authentication authentication) {
        return LearnersGoal.of(find(LearnerId.of(authentication)));
    }

    /** Sets what the learner wants to be ready for, in place of what they wanted before. */
    @Put("/goal")
    @ApiResponse(
            responseCode = "200",
            description = "The goal is set",
            content = @Content(schema = @Schema(implementation = LearnersGoal.class)))
    @ApiResponse(
            responseCode = "400",
            description = "invalid-request: a field is missing or not what it must be; unknown-time-zone")
    @ApiResponse(responseCode = "409", description = "goal-has-passed")
    @ApiResponse(responseCode = "422", description = "goal-too-far, unknown-topic")
    LearnersGoal setGoal(Authentication authentication, @Body @Valid LearnersGoal goal) {
        return LearnersGoal.of(setGoal.set(goal.toRow(LearnerId.of(authentication))));
    }

    /** Forgets what the learner wanted to be ready for. */
    @Delete("/goal")
    @Status(HttpStatus.NO_CONTENT)
    void dropGoal(Authentication authentication) {
        goals.deleteByLearnerId(LearnerId.of(authentication).value());
    }

    /**
     * How ready the learner will be on the day of their goal, what to practise on which day until then, and what to drop first.
     *
     * @param after waits up to two seconds until the attempt with this sequence is taken into account
     */
    @Get("/readiness")
    @ApiResponse(
            responseCode = "200",
            description = "How ready the learner will be",
            content = @Content(schema = @Schema(implementation = Readiness.class)))
    @ApiResponse(responseCode = "400", description = "invalid-request: a parameter is not what it must be")
    @ApiResponse(responseCode = "404", description = "no-goal")
    @ApiResponse(responseCode = "409", description = "goal-has-passed, nothing-to-practise")
    @ApiResponse(responseCode = "422", description = "goal-too-far")
    Readiness readiness(
            Authentication authentication,
            @Parameter(required = false) @QueryValue(defaultValue = "0") @PositiveOrZero long after) {
        LearnerId learner = LearnerId.of(authentication);
        GoalRow goal = find(learner);
        progress.await(learner, after);
        Knowledge knowledge = findKnowledge.of(learner);
        return Readiness.of(planForGoal.plan(goal, knowledge), goal, knowledge, after);
    }

    private GoalRow find(LearnerId learner) {
        return goals.findByLearnerId(learner.value()).orElseThrow(NoGoal::new);
    }

    /**
     * What somebody wants to be ready for.
     *
     * @param day the day itself, within a year; one practises until the day before
     * @param minutesPerDay time for practice, from today on
     * @param timeZone where the learner's days begin and end, such as Europe/Berlin; UTC when it is left out
     * @param level of the role: only questions that it is expected to answer count; senior, so all of them, when it is left out
     * @param topics slugs; none means all topics that the learner is led through
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record LearnersGoal(
            @NotNull LocalDate day,
            @Min(1) @Max(1440) int minutesPerDay,
            @Nullable @Size(max = 60) String timeZone,
            @Nullable Level level,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 80) String> topics) {

        @Override
        public String timeZone() {
            return timeZone == null ? "UTC" : timeZone;
        }

        @Override
        public Level level() {
            return level == null ? Level.SENIOR : level;
        }

        @Override
        public List<String> topics() {
            return topics == null ? List.of() : topics;
        }

        GoalRow toRow(LearnerId learner) {
            return new GoalRow(
                    learner.value(), day, minutesPerDay, Zone.of(timeZone()).name(), level().word(), topics());
        }

        static LearnersGoal of(GoalRow row) {
            return new LearnersGoal(row.day(), row.minutesPerDay(), row.timeZone(), row.role(), row.topics());
        }
    }

    /**
     * How ready somebody will be.
     *
     * @param expected mean over the topics of the expected success on the day, when the plan is followed
     * @param withoutPractice the same, when nothing is practised any more
     * @param days what to practise on each day until then, today first; a day may take up to one question more than its time
     * @param dropFirst the planned topics, first the one whose practice adds least for its time
     * @param notPlanned topics of the goal without a question to practise; nothing above counts them
     * @param sentence what to expect as one sentence for people, and why nothing is planned where that is so
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Readiness(
            AsOf asOf,
            LearnersGoal goal,
            Chance expected,
            Chance withoutPractice,
            List<PlannedDay> days,
            List<Sacrifice> dropFirst,
            List<LeftOut> notPlanned,
            String sentence) {

        static Readiness of(Outlook outlook, GoalRow goal, Knowledge knowledge, long after) {
            StudyPlan plan = outlook.plan();
            return new Readiness(
                    AsOf.of(knowledge, after),
                    LearnersGoal.of(goal),
                    Chance.of(plan.readiness()),
                    Chance.of(plan.withoutPractice()),
                    plan.days().stream()
                            .map(day -> PlannedDay.of(day, knowledge.catalog()))
                            .toList(),
                    plan.dropFirst().stream().map(Sacrifice::of).toList(),
                    outlook.notPlanned().stream().map(LeftOut::of).toList(),
                    outlook.sentence());
        }
    }

    /**
     * A probability of success.
     *
     * @param low lower end of the 90 % interval
     * @param high upper end of the 90 % interval
     */
    @Serdeable
    record Chance(double value, double low, double high) {

        static Chance of(Estimate estimate) {
            return new Chance(estimate.value(), estimate.low(), estimate.high());
        }
    }

    /**
     * What to practise on one day.
     *
     * @param minutes how long all of it takes; each portion's are rounded by themselves, so their sum may differ
     */
    @Serdeable
    record PlannedDay(LocalDate date, long minutes, List<Portion> portions) {

        static PlannedDay of(StudyPlan.Day day, Catalog catalog) {
            return new PlannedDay(
                    day.date(),
                    wholeMinutes(day.time()),
                    day.portions().stream()
                            .map(portion -> new Portion(
                                    portion.topic().value(),
                                    catalog.title(portion.topic()),
                                    portion.questions(),
                                    wholeMinutes(portion.time())))
                            .toList());
        }
    }

    /** So many questions on a topic, and how long they take. */
    @Serdeable
    record Portion(String topic, String title, int questions, long minutes) {}

    /**
     * A topic that could be left alone.
     *
     * @param minutesSaved time that is planned for it
     * @param readinessLost by how much one would be less ready
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Sacrifice(String topic, String title, long minutesSaved, double readinessLost) {

        static Sacrifice of(StudyPlan.Sacrifice sacrifice) {
            return new Sacrifice(
                    sacrifice.topic().value(),
                    sacrifice.title(),
                    wholeMinutes(sacrifice.saved()),
                    sacrifice.readinessLost());
        }
    }

    /**
     * A topic of the goal without a question to practise.
     *
     * @param because why, as one sentence for people
     */
    @Serdeable
    record LeftOut(String topic, String title, String because) {

        static LeftOut of(Outlook.NotPlanned topic) {
            return new LeftOut(topic.topic(), topic.title(), topic.because());
        }
    }

    /** Half a minute and more is a minute, and so is less: only nothing takes no time. */
    private static long wholeMinutes(Duration time) {
        return time.isZero() ? 0 : Math.max(1, Math.round(time.toSeconds() / 60.0));
    }
}
