package dev.weakspot.recommendation.suggestion;

import static java.util.function.Predicate.not;

import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.Reason;
import dev.weakspot.model.choice.Suggestion;
import dev.weakspot.model.choice.Target;
import dev.weakspot.model.choice.Wishes;
import dev.weakspot.recommendation.belief.AsOf;
import dev.weakspot.recommendation.belief.FindKnowledge;
import dev.weakspot.recommendation.belief.Knowledge;
import dev.weakspot.recommendation.belief.Progress;
import dev.weakspot.recommendation.belief.ReasonGiven;
import dev.weakspot.recommendation.catalog.CatalogQuestion;
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
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells learners what to practise next. */
@Controller("/api/v1/learners/me")
@Secured("learner")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "suggestions")
class SuggestionController {

    /** The bank's words. */
    static final String LEVELS = "junior|mid|senior";

    private final Progress progress;
    private final FindKnowledge findKnowledge;
    private final SuggestNext suggestNext;

    SuggestionController(Progress progress, FindKnowledge findKnowledge, SuggestNext suggestNext) {
        this.progress = progress;
        this.findKnowledge = findKnowledge;
        this.suggestNext = suggestNext;
    }

    /**
     * The next questions for the learner, in the order in which to answer them; never one that was just seen.
     *
     * <p>They come from the collections that the learner has answered questions of, and for a newcomer from the default one.
     * The collection of a topic is the part of its slug before the first dot; without a dot it is the default one.
     *
     * @param count how many at most
     * @param target the chance of success at which the learner likes to practise. Without one we aim for 60 % on
     *     the three weakest topics and for reviews, and 50 % on all others; a newcomer begins with what is easiest.
     * @param level junior, mid or senior, or several of them: questions of these levels come first, and reviews are of these
     *     levels only; without any, all are alike
     * @param topic questions on this topic only
     * @param after waits up to two seconds until the attempt with this sequence is taken into account
     */
    @Get("/suggestions")
    SuggestionList suggestions(
            Authentication authentication,
            @Parameter(required = false) @QueryValue(defaultValue = "10") @Min(1) @Max(50) int count,
            @QueryValue @DecimalMin("0.3") @DecimalMax("0.9") @Nullable Double target,
            @Parameter(explode = Explode.TRUE) @QueryValue @Nullable @Size(max = 3) Set<@Pattern(regexp = LEVELS, message = "must be one of junior, mid, senior") String> level,
            @Parameter(required = false) @QueryValue @Nullable @Size(max = 80) String topic,
            @Parameter(required = false) @QueryValue(defaultValue = "0") @PositiveOrZero long after) {
        LearnerId learner = LearnerId.of(authentication);
        progress.await(learner, after);
        Wishes wishes =
                new Wishes(target == null ? Target.usual() : Target.of(target), level == null ? Set.of() : level);
        Optional<TopicSlug> only =
                Optional.ofNullable(topic).filter(not(String::isBlank)).map(TopicSlug::new);
        Knowledge knowledge = findKnowledge.of(learner);
        return new SuggestionList(AsOf.of(knowledge, after), suggestions(learner, knowledge, wishes, only, count));
    }

    private List<SuggestedQuestion> suggestions(
            LearnerId learner, Knowledge knowledge, Wishes wishes, Optional<TopicSlug> topic, int count) {
        return suggestNext.suggest(learner, knowledge, wishes, topic, count).stream()
                .map(suggestion -> SuggestedQuestion.of(suggestion, knowledge))
                .toList();
    }

    /** Suggestions and how fresh they are. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record SuggestionList(AsOf asOf, List<SuggestedQuestion> items) {}

    /**
     * A question worth answering next.
     *
     * @param topic the topic that it is to train, one of its topics
     * @param predicted expected success of this learner
     * @param because the reasons as one sentence for people
     * @param turningPoint what would have led to another suggestion, as one sentence for people
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record SuggestedQuestion(
            String questionId,
            int version,
            String kind,
            String level,
            List<String> topics,
            String topic,
            double predicted,
            List<ReasonGiven> reasons,
            String because,
            String turningPoint) {

        static SuggestedQuestion of(Suggestion suggestion, Knowledge knowledge) {
            CatalogQuestion question =
                    knowledge.catalog().question(suggestion.option().question().id());
            return new SuggestedQuestion(
                    question.id(),
                    question.version(),
                    question.kind(),
                    question.level(),
                    question.topics(),
                    suggestion.topic().value(),
                    suggestion.option().predicted().value(),
                    ReasonGiven.of(suggestion.reasons()),
                    Reason.sentence(suggestion.reasons()),
                    suggestion.turningPoint());
        }
    }
}
