package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.Question;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.Landscape;
import dev.weakspot.model.choice.Option;
import dev.weakspot.model.choice.PastTries;
import dev.weakspot.model.choice.TopicStanding;
import dev.weakspot.model.lean.Lean;
import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.model.lean.Parameters;
import dev.weakspot.recommendation.catalog.Catalog;
import dev.weakspot.recommendation.training.ModelVersion;
import dev.weakspot.recommendation.training.ServedParameters.Served;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that we know about one learner, and what they could practise, at one moment. Good for the question it was made for. */
public final class Knowledge implements Landscape {

    private final Lean model;
    private final FindKnowledge.Found found;
    private final LearnerMemory memory;
    private final Parameters parameters;
    private final ModelVersion version;
    private final Instant moment;

    Knowledge(Lean model, FindKnowledge.Found found, Served served, Instant moment) {
        this.model = model;
        this.found = found;
        this.memory = found.learner().memory();
        this.parameters = served.parameters();
        this.version = served.version();
        this.moment = moment;
    }

    public Catalog catalog() {
        return found.catalog();
    }

    public ModelVersion model() {
        return version;
    }

    @Override
    public long sequence() {
        return found.learner().sequence();
    }

    /** When the last attempt that is applied was answered. */
    public Optional<Instant> answeredAt() {
        return sequence() == 0 ? Optional.empty() : Optional.of(found.learner().answeredAt());
    }

    /** The topics that the learner has answered on, whether the catalog still has them or not. */
    Map<TopicSlug, BeliefRow> beliefs() {
        return found.beliefs();
    }

    /** Those of the collections that the learner has practised in; for a newcomer, of the default one. */
    @Override
    public List<TopicStanding> topics() {
        return catalog().topicsFor(beliefs().keySet()).stream()
                .map(this::standing)
                .toList();
    }

    /** Where the learner stands on a topic, also on one that the catalog has not told us of. */
    public TopicStanding standing(TopicSlug topic) {
        return new TopicStanding(
                topic,
                catalog().title(topic),
                catalog().prerequisites(topic),
                model.mastery(memory, parameters, topic, catalog().tellingQuestions(topic), moment),
                model.doubt(memory, topic, moment),
                memory.attempts(topic));
    }

    @Override
    public List<Option> options(TopicSlug topic) {
        return catalog().questions(topic).stream().map(this::option).toList();
    }

    private Option option(Question question) {
        Estimate predicted = model.predict(memory, parameters, question, moment);
        return new Option(question, predicted, found.pastTries().getOrDefault(question.id(), PastTries.NONE));
    }
}
