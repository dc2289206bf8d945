package dev.weakspot.recommendation.belief;

import static java.util.stream.Collectors.partitioningBy;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Estimate;
import dev.weakspot.model.Kind;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.Trend;
import dev.weakspot.model.choice.KindStanding;
import dev.weakspot.model.choice.Landscape;
import dev.weakspot.model.choice.Option;
import dev.weakspot.model.choice.PastTries;
import dev.weakspot.model.choice.TopicStanding;
import dev.weakspot.model.choice.WeakKinds;
import dev.weakspot.model.lean.Lean;
import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.model.lean.Parameters;
import dev.weakspot.recommendation.belief.KindTrends.OnKind;
import dev.weakspot.recommendation.catalog.Catalog;
import dev.weakspot.recommendation.catalog.CatalogQuestion;
import dev.weakspot.recommendation.training.ModelVersion;
import dev.weakspot.recommendation.training.ServedParameters.Served;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All that we know about one learner, and what they could practise, at one moment. What it takes long to find out is found out when it is
 * asked for, and once. Threads may share it.
 */
public final class Knowledge implements Landscape {

    /** Of each topic; more to choose from would cost each answer more than it gains. */
    private static final int ENOUGH_OPTIONS = 32;

    /** Of all topics together. Who has few topics to go through can have a long list of questions on each. */
    private static final int OPTIONS_IN_ALL = 1920;

    /** Questions due for review. */
    private static final int MOST_DUE = 32;

    /** A learner may want a rare one. */
    private static final int LEAST_OF_A_LEVEL = 8;

    private final Lean model;
    private final LearnerState state;
    private final LearnerMemory memory;
    private final Catalog catalog;
    private final Parameters parameters;
    private final ModelVersion version;
    private final Instant moment;

    private final Map<TopicSlug, TopicStanding> standings = new ConcurrentHashMap<>();
    private final Map<TopicSlug, List<Option>> options = new ConcurrentHashMap<>();
    private final Lazy<List<TopicStanding>> topics = new Lazy<>(this::findTopics);
    private final Lazy<List<Option>> due = new Lazy<>(this::findDue);
    private final Lazy<Map<OnKind, Integer>> attemptsOnKinds = new Lazy<>(this::countAttemptsOnKinds);

    /** Of one topic. */
    private final int mostOptions;

    Knowledge(Lean model, LearnerState state, Catalog catalog, Served served, Instant moment) {
        this.model = model;
        this.state = state;
        this.memory = state.learner().memory();
        this.catalog = catalog;
        this.parameters = served.parameters();
        this.version = served.version();
        this.moment = moment;
        int topicCount = catalog.topicsFor(beliefs().keySet()).size();
        this.mostOptions = Math.max(ENOUGH_OPTIONS, OPTIONS_IN_ALL / Math.max(1, topicCount));
    }

    public Catalog catalog() {
        return catalog;
    }

    public ModelVersion model() {
        return version;
    }

    @Override
    public long sequence() {
        return state.sequence();
    }

    @Override
    public Instant moment() {
        return moment;
    }

    /** When the last attempt that is applied was answered. */
    public Optional<Instant> answeredAt() {
        return sequence() == 0 ? Optional.empty() : Optional.of(state.learner().answeredAt());
    }

    /** The topics that the learner has answered on, whether the catalog still has them or not. */
    Map<TopicSlug, BeliefRow> beliefs() {
        return state.beliefs();
    }

    /** Those of the collections that the learner has practised in; for a newcomer, of the default one. */
    @Override
    public List<TopicStanding> topics() {
        return topics.get();
    }

    private List<TopicStanding> findTopics() {
        return catalog().topicsFor(beliefs().keySet()).stream()
                .map(this::standing)
                .toList();
    }

    /** Where the learner stands on a topic, also on one that the catalog has not told us of. */
    public TopicStanding standing(TopicSlug topic) {
        return standings.computeIfAbsent(topic, this::findStanding);
    }

    private TopicStanding findStanding(TopicSlug topic) {
        Optional<BeliefRow> belief = Optional.ofNullable(beliefs().get(topic));
        return new TopicStanding(
                topic,
                catalog().title(topic),
                catalog().prerequisites(topic),
                model.mastery(memory, parameters, topic, catalog().tellingQuestions(topic), moment),
                model.doubt(memory, topic, moment),
                memory.attempts(topic),
                belief.map(BeliefRow::answeredAt).orElse(Instant.EPOCH),
                belief.map(BeliefRow::trend).orElse(Trend.NONE));
    }

    /** Expected success on these questions of the topic. */
    public Estimate mastery(TopicSlug topic, List<Question> questions) {
        return model.mastery(memory, parameters, topic, questions, moment);
    }

    /** The same of somebody who has answered nothing yet. */
    public Estimate newcomersMastery(TopicSlug topic, List<Question> questions) {
        return model.mastery(new LearnerMemory(), parameters, topic, questions, moment);
    }

    /** Moves a memory by an attempt, with what the model knows of questions now. */
    void follow(LearnerMemory someMemory, Attempt attempt) {
        model.follow(someMemory, parameters, attempt);
    }

    /** Expected success on the topic of somebody with this memory, at a moment. */
    Estimate mastery(LearnerMemory someMemory, TopicSlug topic, Instant at) {
        return model.mastery(someMemory, parameters, topic, catalog().tellingQuestions(topic), at);
    }

    /** When each question that the learner has answered, and that is still published, is due for review. */
    List<Instant> reviewsDue() {
        return state.reviews().stream()
                .filter(review -> catalog().findQuestion(review.question()).isPresent())
                .map(LearnerState.Review::dueAt)
                .toList();
    }

    /** How the learner does on each kind of question on a topic, the weakest first. */
    WeakKinds kinds(TopicSlug topic, Map<OnKind, Trend> trends) {
        return WeakKinds.of(catalog().tellingQuestionsByKind(topic).entrySet().stream()
                .map(entry -> {
                    var onKind = new OnKind(topic, entry.getKey());
                    return new KindStanding(
                            entry.getKey(),
                            model.mastery(memory, parameters, topic, entry.getValue(), moment),
                            catalog().countOf(topic, entry.getKey()),
                            attemptsOnKinds.get().getOrDefault(onKind, 0),
                            trends.getOrDefault(onKind, Trend.NONE));
                })
                .toList());
    }

    private Map<OnKind, Integer> countAttemptsOnKinds() {
        Map<OnKind, Integer> counts = new HashMap<>();
        state.pastTries().forEach((id, past) -> catalog().findQuestion(id).ifPresent(published -> {
            Kind kind = new Kind(published.kind());
            published
                    .toQuestion()
                    .topics()
                    .forEach(topic -> counts.merge(new OnKind(topic, kind), past.attempts(), Integer::sum));
        }));
        return counts;
    }

    /** Of a topic with many questions, some of each level: an even choice of those not answered yet, then those answered longest ago. */
    @Override
    public List<Option> options(TopicSlug topic) {
        return options.computeIfAbsent(topic, this::findOptions);
    }

    private List<Option> findOptions(TopicSlug topic) {
        List<Question> all = catalog().questions(topic);
        if (all.size() <= mostOptions) {
            return options(all);
        }
        return catalog().levels(topic).stream()
                .map(level -> choice(level, Math.max(LEAST_OF_A_LEVEL, mostOptions * level.size() / all.size())))
                .flatMap(level -> options(level).stream())
                .toList();
    }

    private List<Question> choice(List<Question> all, int most) {
        Map<Boolean, List<Question>> bySeen = all.stream()
                .collect(partitioningBy(question -> state.pastTries().containsKey(question.id())));
        List<Question> chosen = new ArrayList<>(Catalog.evenChoice(bySeen.getOrDefault(false, List.of()), most));
        bySeen.getOrDefault(true, List.of()).stream()
                .sorted(Comparator.comparingLong(
                        question -> pastTries(question.id()).lastSequence()))
                .limit(most - chosen.size())
                .forEach(chosen::add);
        return chosen;
    }

    /** Those that are due for review, the most overdue first, and not all of very many: nobody is asked for the others. */
    @Override
    public List<Option> answered() {
        return due.get();
    }

    private List<Option> findDue() {
        return options(state.reviews().stream()
                .takeWhile(review -> !review.dueAt().isAfter(moment))
                .flatMap(review -> catalog().findQuestion(review.question()).stream())
                .limit(MOST_DUE)
                .map(CatalogQuestion::toQuestion)
                .toList());
    }

    private List<Option> options(List<Question> questions) {
        List<Estimate> predictions = model.predict(memory, parameters, questions, moment);
        List<Option> all = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            all.add(option(questions.get(i), predictions.get(i)));
        }
        return Collections.unmodifiableList(all);
    }

    private Option option(Question question, Estimate predicted) {
        CatalogQuestion published = catalog().question(question.id());
        return new Option(question, predicted, pastTries(question.id()), new Kind(published.kind()), published.level());
    }

    private PastTries pastTries(QuestionId question) {
        return state.pastTries().getOrDefault(question, PastTries.NONE);
    }
}
