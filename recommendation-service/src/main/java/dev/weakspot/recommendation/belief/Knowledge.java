package dev.weakspot.recommendation.belief;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Estimate;
import dev.weakspot.model.Kind;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.Trend;
import dev.weakspot.model.choice.Candidate;
import dev.weakspot.model.choice.KindStanding;
import dev.weakspot.model.choice.Landscape;
import dev.weakspot.model.choice.Option;
import dev.weakspot.model.choice.PastTries;
import dev.weakspot.model.choice.TopicStanding;
import dev.weakspot.model.choice.WeakKinds;
import dev.weakspot.model.lean.Lean;
import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.model.lean.Parameters;
import dev.weakspot.recommendation.belief.LearnerState.Outcome;
import dev.weakspot.recommendation.belief.LearnerState.Review;
import dev.weakspot.recommendation.catalog.Catalog;
import dev.weakspot.recommendation.training.ModelVersion;
import dev.weakspot.recommendation.training.ServedParameters.Served;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * All that we know about one learner, and what they could practise, at one moment. What it takes long to find out is found out when it is
 * asked for, and kept. Threads may share it: two that ask at once may both predict, and predict the same.
 */
public final class Knowledge implements Landscape {

    /** Questions due for review. */
    private static final int MOST_DUE = 32;

    private final Lean model;
    private final LearnerState state;
    private final LearnerMemory memory;
    private final Catalog catalog;
    private final Parameters parameters;
    private final ModelVersion version;
    private final Instant moment;

    private final Map<TopicSlug, TopicStanding> standings = new ConcurrentHashMap<>();
    private final Map<TopicSlug, WeakKinds> kinds = new ConcurrentHashMap<>();
    private final Map<QuestionId, Option> options = new ConcurrentHashMap<>();
    private final Lazy<List<TopicStanding>> topics = new Lazy<>(this::findTopics);
    private final Lazy<List<Option>> due = new Lazy<>(this::findDue);

    Knowledge(Lean model, LearnerState state, Catalog catalog, Served served, Instant moment) {
        this.model = model;
        this.state = state;
        this.memory = state.learner().memory();
        this.catalog = catalog;
        this.parameters = served.parameters();
        this.version = served.version();
        this.moment = moment;
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
        return standings(catalog().topicsFor(beliefs().keySet()));
    }

    /** Where the learner stands on each of these topics; what does not depend on the topic is worked out once. */
    List<TopicStanding> standings(Collection<TopicSlug> slugs) {
        Map<TopicSlug, List<Question>> telling = slugs.stream()
                .filter(not(standings::containsKey))
                .collect(toMap(slug -> slug, catalog()::tellingQuestions));
        Map<TopicSlug, Estimate> masteries = model.masteries(memory, parameters, telling, Function.identity(), moment);
        masteries.forEach((topic, mastery) -> standings.computeIfAbsent(topic, _ -> standing(topic, mastery)));
        return slugs.stream().map(this::standing).toList();
    }

    /** Where the learner stands on a topic, also on one that the catalog has not told us of. */
    public TopicStanding standing(TopicSlug topic) {
        return standings.computeIfAbsent(
                topic, slug -> standing(slug, mastery(slug, catalog().tellingQuestions(slug))));
    }

    private TopicStanding standing(TopicSlug topic, Estimate mastery) {
        Optional<BeliefRow> belief = Optional.ofNullable(beliefs().get(topic));
        return new TopicStanding(
                topic,
                catalog().title(topic),
                catalog().prerequisites(topic),
                mastery,
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
                .map(Review::dueAt)
                .toList();
    }

    /** How the learner does on each kind of question on these topics, in their order; on no kind of a topic that has no questions. */
    List<WeakKinds> kinds(List<TopicSlug> topics) {
        List<TopicSlug> missing =
                topics.stream().filter(not(kinds::containsKey)).toList();
        if (!missing.isEmpty()) {
            Map<TopicSlug, WeakKinds> found = findKinds(missing);
            missing.forEach(topic -> kinds.putIfAbsent(topic, found.getOrDefault(topic, WeakKinds.NONE)));
        }
        return topics.stream()
                .map(topic -> kinds.getOrDefault(topic, WeakKinds.NONE))
                .toList();
    }

    private record OnKind(TopicSlug topic, Kind kind) {}

    /** Nothing of a topic that has no questions. */
    private Map<TopicSlug, WeakKinds> findKinds(List<TopicSlug> topics) {
        // Topic by topic: neighbours on the same topics cost the model less.
        Map<OnKind, List<Question>> telling = new LinkedHashMap<>();
        for (TopicSlug topic : topics) {
            catalog()
                    .tellingQuestionsByKind(topic)
                    .forEach((kind, questions) -> telling.put(new OnKind(topic, kind), questions));
        }
        Map<OnKind, Integer> attempts = countAttemptsOnKinds();
        Map<OnKind, Trend> trends = findTrendsOnKinds();
        return model.masteries(memory, parameters, telling, OnKind::topic, moment).entrySet().stream()
                .collect(groupingBy(
                        mastery -> mastery.getKey().topic(),
                        mapping(
                                mastery -> standing(mastery.getKey(), mastery.getValue(), attempts, trends),
                                collectingAndThen(toList(), WeakKinds::of))));
    }

    private KindStanding standing(
            OnKind onKind, Estimate mastery, Map<OnKind, Integer> attempts, Map<OnKind, Trend> trends) {
        return new KindStanding(
                onKind.kind(),
                mastery,
                catalog().countOf(onKind.topic(), onKind.kind()),
                attempts.getOrDefault(onKind, 0),
                trends.getOrDefault(onKind, Trend.NONE));
    }

    private Map<OnKind, Integer> countAttemptsOnKinds() {
        Map<OnKind, Integer> counts = new HashMap<>();
        state.pastTries().forEach((id, past) -> catalog().findCandidate(id).ifPresent(published -> published
                .question()
                .topics()
                .forEach(topic -> counts.merge(new OnKind(topic, published.kind()), past.attempts(), Integer::sum))));
        return counts;
    }

    /** Nothing of kinds that the learner has not answered lately. */
    private Map<OnKind, Trend> findTrendsOnKinds() {
        Map<OnKind, Trend> trends = new HashMap<>();
        for (Outcome outcome : state.outcomes()) {
            catalog()
                    .findCandidate(outcome.question())
                    .ifPresent(published -> published.question().topics().forEach(topic -> {
                        var onKind = new OnKind(topic, published.kind());
                        Trend before = trends.getOrDefault(onKind, Trend.NONE);
                        trends.put(onKind, before.after(outcome.score(), outcome.predicted()));
                    }));
        }
        return trends;
    }

    @Override
    public List<Candidate> candidates(TopicSlug topic) {
        return catalog().candidates(topic);
    }

    @Override
    public PastTries past(QuestionId question) {
        return state.pastTries().getOrDefault(question, PastTries.NONE);
    }

    @Override
    public List<Option> options(List<Candidate> candidates) {
        keepOptions(candidates.stream()
                .filter(candidate -> !options.containsKey(candidate.question().id()))
                .toList());
        return candidates.stream()
                .map(candidate -> Optional.ofNullable(
                                options.get(candidate.question().id()))
                        .orElseThrow())
                .toList();
    }

    private void keepOptions(List<Candidate> candidates) {
        List<Question> questions = candidates.stream().map(Candidate::question).toList();
        List<Estimate> predictions = model.predict(memory, parameters, questions, moment);
        for (int i = 0; i < candidates.size(); i++) {
            QuestionId id = questions.get(i).id();
            options.put(id, new Option(candidates.get(i), predictions.get(i), past(id)));
        }
    }

    /** Those that are due for review, the most overdue first, and not all of very many: nobody is asked for the others. */
    @Override
    public List<Option> answered() {
        return due.get();
    }

    private List<Option> findDue() {
        return options(state.reviews().stream()
                .takeWhile(review -> !review.dueAt().isAfter(moment))
                .flatMap(review -> catalog().findCandidate(review.question()).stream())
                .limit(MOST_DUE)
                .toList());
    }
}
