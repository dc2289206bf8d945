package dev.weakspot.recommendation.quality;

import static java.util.Objects.requireNonNull;

import dev.weakspot.model.quality.Quality;
import dev.weakspot.recommendation.quality.TopicMeans.TopicMean;
import dev.weakspot.recommendation.training.Role;
import dev.weakspot.recommendation.training.Scoreboard;
import dev.weakspot.recommendation.training.Scoreboard.Score;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows analysts and ops how well the model does, and where all learners are weak. */
@Controller("/api/v1/model")
@Secured({"analyst", "ops"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "model")
class ModelController {

    private final Scoreboard scoreboard;
    private final Predictions predictions;
    private final TopicMeans topicMeans;

    ModelController(Scoreboard scoreboard, Predictions predictions, TopicMeans topicMeans) {
        this.scoreboard = scoreboard;
        this.predictions = predictions;
        this.topicMeans = topicMeans;
    }

    /**
     * The model that learners are answered by, the one that learns in its shadow, unless that is switched off, and how good their
     * predictions were of attempts that they had not learned from.
     */
    @Get
    Models models() {
        return Models.of(scoreboard.scores());
    }

    /**
     * How good the predictions were that were made of each attempt before it was learned from.
     *
     * @param questions only those on questions whose id begins so
     */
    @Get("/quality")
    ModelQuality quality(@Parameter(required = false) @QueryValue(defaultValue = "") @Size(max = 80) String questions) {
        return ModelQuality.of(predictions.quality(questions));
    }

    /**
     * The topics on which learners do worst. A topic that fewer than five learners have answered on is not shown;
     * learners for whom a simulator has answered do not count.
     *
     * @param prefix only topics whose slug begins so
     * @param count how many at most
     */
    @Get("/topics")
    TopicList topics(
            @Parameter(required = false) @QueryValue(defaultValue = "") @Size(max = 80) String prefix,
            @Parameter(required = false) @QueryValue(defaultValue = "10") @Min(1) @Max(1000) int count) {
        return new TopicList(topicMeans.weakest(prefix, count), topicMeans.withheld(prefix));
    }

    /**
     * The models that learn, and how they do.
     *
     * @param shadow absent when it is switched off
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Models(Model serving, @Nullable Model shadow, boolean shadowEnabled) {

        static Models of(Map<Role, Score> scores) {
            Model serving = Model.of(requireNonNull(scores.get(Role.SERVING)));
            Score shadow = scores.get(Role.SHADOW);
            return shadow == null ? new Models(serving, null, false) : new Models(serving, Model.of(shadow), true);
        }
    }

    /**
     * A model.
     *
     * @param model its name and version, and after @ how many attempts it has learned from
     * @param all over all attempts
     * @param recent over the last ones: after 10,000 more, an attempt counts half
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Model(String model, ModelQuality all, ModelQuality recent) {

        static Model of(Score score) {
            return new Model(score.model().toString(), ModelQuality.of(score.all()), ModelQuality.of(score.recent()));
        }
    }

    /**
     * How good predictions were; a score from .5 on counts as a success.
     *
     * @param auc chance that a success was predicted higher than a failure
     * @param logLoss mean surprise in nats
     * @param ece expected calibration error over 15 bins
     * @param baseRate share of successes
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record ModelQuality(long predictions, double auc, double logLoss, double ece, double baseRate) {

        static ModelQuality of(Quality quality) {
            return new ModelQuality(
                    quality.predictions(), quality.auc(), quality.logLoss(), quality.ece(), quality.baseRate());
        }
    }

    /**
     * A ranking of topics.
     *
     * @param withheld how many topics are not shown because fewer than five learners have answered on them
     */
    @Serdeable
    record TopicList(List<TopicMean> items, int withheld) {}
}
