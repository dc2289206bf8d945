package dev.weakspot.recommendation.catalog;

import dev.weakspot.recommendation.TopicNames;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/** The catalog as last committed, kept in memory until it changes. Threads may share it. */
@Singleton
public class CurrentCatalog {

    private final CatalogTopics topics;
    private final CatalogQuestions questions;
    private final TopicNames names;
    private volatile Drawn drawn = new Drawn(-1, new Catalog(List.of(), List.of()));

    CurrentCatalog(CatalogTopics topics, CatalogQuestions questions, TopicNames names) {
        this.topics = topics;
        this.questions = questions;
        this.names = names;
    }

    private record Drawn(long version, Catalog catalog) {}

    /** Joins the caller's transaction; what it sees, and nothing older, is in the catalog. */
    @Transactional
    public Catalog get() {
        // The version first: what commits between the two queries is then drawn again, not missed.
        long version = questions.version(names.catalogTopics(), names.catalogQuestions());
        Drawn known = drawn;
        if (known.version() == version) {
            return known.catalog();
        }
        Drawn fresh = new Drawn(version, new Catalog(topics.findAll(), questions.findByWithdrawnFalse()));
        drawn = fresh;
        return fresh.catalog();
    }
}
