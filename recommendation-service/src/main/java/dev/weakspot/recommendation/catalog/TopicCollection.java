package dev.weakspot.recommendation.catalog;

import dev.weakspot.model.TopicSlug;

/**
 * Topics that belong together, such as those of one subject: the collection of {@code spanish.verbs} is {@code spanish}, and a
 * topic without a dot belongs to the default one. Whoever learns Django is not to be asked for Spanish verbs.
 */
record TopicCollection(String name) {

    /** Its name is empty: no topic's slug begins with a dot. */
    static final TopicCollection DEFAULT = new TopicCollection("");

    static TopicCollection of(TopicSlug topic) {
        int dot = topic.value().indexOf('.');
        return dot < 0 ? DEFAULT : new TopicCollection(topic.value().substring(0, dot));
    }
}
