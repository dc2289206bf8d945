package dev.weakspot.model.bayes;

import dev.weakspot.model.TopicSlug;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What we believe about one learner.
 *
 * @param general the level on everything
 * @param topics the topics that the learner has answered on
 */
public record LearnerState(Gaussian general, Map<TopicSlug, TopicBelief> topics) {

    public LearnerState {
        topics = Map.copyOf(topics);
    }

    public Optional<TopicBelief> findTopic(TopicSlug topic) {
        return Optional.ofNullable(topics.get(topic));
    }

    LearnerState with(Gaussian newGeneral, Map<TopicSlug, TopicBelief> changed) {
        Map<TopicSlug, TopicBelief> all = new HashMap<>(topics);
        all.putAll(changed);
        return new LearnerState(newGeneral, all);
    }
}
