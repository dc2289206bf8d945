package dev.weakspot.recommendation.belief;

import dev.weakspot.recommendation.learner.LearnerId;
import dev.weakspot.recommendation.training.LearningModel;
import dev.weakspot.recommendation.training.ModelVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Learns from attempts in memory: each once, and each learner's in their order, however they come. What comes too early waits.
 * Belongs to one thread.
 */
final class Fold {

    private final LearningModel model;
    private final Map<LearnerId, Learner> learners;
    private final Map<LearnerId, TreeMap<Long, NumberedAttempt>> waiting = new HashMap<>();
    private final List<Learned> learned = new ArrayList<>();

    /**
     * @param known the learners of whom we know something; their memories are moved
     * @param held what waits since earlier
     */
    Fold(LearningModel model, Collection<Learner> known, Collection<NumberedAttempt> held) {
        this.model = model;
        this.learners = new LinkedHashMap<>();
        known.forEach(learner -> learners.put(learner.id(), learner));
        held.forEach(this::keepWaiting);
    }

    /** An attempt that we learned from, and what which model had expected of it. */
    record Learned(NumberedAttempt attempt, double predicted, ModelVersion model) {}

    void add(NumberedAttempt attempt) {
        Learner learner = learner(attempt.learner());
        if (learner.hasSeen(attempt)) {
            return;
        }
        if (!learner.isNext(attempt)) {
            keepWaiting(attempt);
            return;
        }
        Optional<NumberedAttempt> next = Optional.of(attempt);
        while (next.isPresent()) {
            learn(next.get());
            next = takeNext(attempt.learner());
        }
    }

    Learner learner(LearnerId id) {
        return learners.computeIfAbsent(id, Learner::unknown);
    }

    /** The learners whom we have learned something of. */
    List<Learner> changedLearners() {
        return learned.stream()
                .map(each -> each.attempt().learner())
                .distinct()
                .map(this::learner)
                .toList();
    }

    /** In the order in which we learned. */
    List<Learned> learned() {
        return List.copyOf(learned);
    }

    /** What still waits, for an attempt that is missing. */
    List<NumberedAttempt> waiting() {
        return waiting.values().stream()
                .flatMap(queue -> queue.values().stream())
                .toList();
    }

    private void learn(NumberedAttempt next) {
        Learner learner = learner(next.learner());
        ModelVersion version = model.version();
        double predicted = next.simulated()
                ? model.follow(learner.memory(), next.attempt())
                : model.learn(learner.memory(), next.attempt());
        learners.put(learner.id(), learner.after(next));
        learned.add(new Learned(next, predicted, version));
    }

    private void keepWaiting(NumberedAttempt attempt) {
        waiting.computeIfAbsent(attempt.learner(), _ -> new TreeMap<>()).putIfAbsent(attempt.sequence(), attempt);
    }

    private Optional<NumberedAttempt> takeNext(LearnerId id) {
        TreeMap<Long, NumberedAttempt> queue = waiting.get(id);
        return queue == null
                ? Optional.empty()
                : Optional.ofNullable(queue.remove(learner(id).sequence() + 1));
    }
}
