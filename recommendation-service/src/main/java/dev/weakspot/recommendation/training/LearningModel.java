package dev.weakspot.recommendation.training;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.model.lean.Learning;
import dev.weakspot.model.lean.Parameters;
import dev.weakspot.model.quality.RunningQuality;
import java.util.List;
import java.util.Map;

/** A model in memory, which learns: its parameters, and how well it has predicted so far. Belongs to one thread. */
public final class LearningModel {

    private final String name;
    private final Learning learning;
    private final RunningQuality quality;
    private Parameters parameters;
    private Map<TopicSlug, List<TopicSlug>> related = Map.of();
    private Map<TopicSlug, List<TopicSlug>> toRelate = Map.of();
    private boolean hasMoved;

    public LearningModel(String name, Learning learning, Parameters parameters, RunningQuality quality) {
        this.name = name;
        this.learning = learning;
        this.parameters = parameters;
        this.quality = quality;
    }

    /** Which model this is, before it learns from the next attempt. */
    public ModelVersion version() {
        return new ModelVersion(name, parameters.version());
    }

    /** To be read only. */
    public Parameters parameters() {
        return parameters;
    }

    RunningQuality quality() {
        return quality;
    }

    /** Tells on which topics topics build, for what is learned from now on: nothing moves before there is something to learn. */
    public void relate(Map<TopicSlug, List<TopicSlug>> prerequisites) {
        toRelate = prerequisites.equals(related) ? Map.of() : prerequisites;
    }

    /** Moves the memory only, and returns the success that was expected: for attempts that say nothing about other people. */
    public double follow(LearnerMemory memory, Attempt attempt) {
        return learning.follow(memory, parameters, attempt);
    }

    /** Moves the memory and the parameters, and returns the success that was expected. */
    public double learn(LearnerMemory memory, Attempt attempt) {
        startMoving();
        if (!toRelate.isEmpty()) {
            toRelate.forEach(parameters::relate);
            related = toRelate;
            toRelate = Map.of();
        }
        double expected = learning.learn(memory, parameters, attempt);
        quality.add(expected, attempt.score());
        return expected;
    }

    /** Before the first move, so that a failure on the way does not go unnoticed. */
    void startMoving() {
        hasMoved = true;
    }

    /** Whether it holds more than was saved. */
    boolean hasMoved() {
        return hasMoved;
    }

    void saved() {
        hasMoved = false;
    }
}
