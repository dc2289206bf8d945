package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.Kind;
import dev.weakspot.model.LearnerModel;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.Trend;
import dev.weakspot.model.bayes.Calibration;
import dev.weakspot.model.bayes.LearnerState;
import dev.weakspot.model.bayes.TopicBelief;
import dev.weakspot.model.choice.Landscape;
import dev.weakspot.model.choice.Option;
import dev.weakspot.model.choice.PastTries;
import dev.weakspot.model.choice.TopicStanding;
import dev.weakspot.recommendation.catalog.Catalog;
import dev.weakspot.recommendation.catalog.CatalogQuestion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that we know about one learner, and what they could practise, at one moment. Immutable. */
public final class Knowledge implements Landscape {

    private final LearnerModel<LearnerState, Calibration> model;
    private final Learner learner;
    private final Calibration calibration;
    private final Catalog catalog;
    private final Map<QuestionId, PastTries> pastTries;
    private final Instant moment;

    Knowledge(
            LearnerModel<LearnerState, Calibration> model,
            Learner learner,
            Calibration calibration,
            Catalog catalog,
            Map<QuestionId, PastTries> pastTries,
            Instant moment) {
        this.model = model;
        this.learner = learner;
        this.calibration = calibration;
        this.catalog = catalog;
        this.pastTries = Map.copyOf(pastTries);
        this.moment = moment;
    }

    public Catalog catalog() {
        return catalog;
    }

    public String model() {
        return model.version();
    }

    @Override
    public long sequence() {
        return learner.sequence();
    }

    @Override
    public Instant moment() {
        return moment;
    }

    /** When the last attempt that is applied was answered. */
    public Optional<Instant> answeredAt() {
        return learner.sequence() == 0 ? Optional.empty() : Optional.of(learner.answeredAt());
    }

    /** The topics that the learner has answered on, whether the catalog still has them or not. */
    public Map<TopicSlug, TopicBelief> beliefs() {
        return learner.state().topics();
    }

    /** Those of the collections that the learner has practised in; for a newcomer, of the default one. */
    @Override
    public List<TopicStanding> topics() {
        return catalog.topicsFor(beliefs().keySet()).stream()
                .map(this::standing)
                .toList();
    }

    /** Where the learner stands on a topic, also on one that the catalog has not told us of. */
    public TopicStanding standing(TopicSlug topic) {
        Optional<TopicBelief> belief = learner.state().findTopic(topic);
        return new TopicStanding(
                topic,
                catalog.title(topic),
                catalog.prerequisites(topic),
                model.mastery(learner.state(), calibration, topic, catalog.tellingQuestions(topic)),
                model.doubt(learner.state(), topic),
                belief.map(TopicBelief::attempts).orElse(0),
                belief.map(TopicBelief::lastAnsweredAt).orElse(Instant.EPOCH),
                Trend.NONE);
    }

    @Override
    public List<Option> options(TopicSlug topic) {
        return catalog.questions(topic).stream().map(this::option).toList();
    }

    private Option option(Question question) {
        Estimate predicted = model.predict(learner.state(), calibration, question);
        PastTries past = pastTries.getOrDefault(question.id(), PastTries.NONE);
        CatalogQuestion published = catalog.question(question.id());
        return new Option(question, predicted, past, new Kind(published.kind()), published.level());
    }

    @Override
    public List<Option> answered() {
        return pastTries.keySet().stream()
                .sorted()
                .flatMap(question -> catalog.findQuestion(question).stream())
                .map(published -> option(published.toQuestion()))
                .toList();
    }
}
