package dev.weakspot.recommendation.catalog;

import dev.weakspot.recommendation.TopicNames;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** The catalog as last committed, kept in memory until it changes. Threads may share it. */
@Singleton
public class CurrentCatalog {

    /** Grows with every change of the catalog, and commits with it: an expression in SQL that wants the names of both topics. */
    public static final String VERSION =
            "(select coalesce(sum(next_offset), 0) from inbox_offset where topic in (?, ?))";

    private final CatalogTopics topics;
    private final CatalogQuestions questions;
    private final TopicNames names;
    private final ReentrantLock drawing = new ReentrantLock();
    private volatile Drawn drawn = new Drawn(-1, new Catalog(List.of(), List.of()));

    CurrentCatalog(CatalogTopics topics, CatalogQuestions questions, TopicNames names) {
        this.topics = topics;
        this.questions = questions;
        this.names = names;
    }

    private record Drawn(long version, Catalog catalog) {}

    /**
     * The catalog of a version that the database has, or a later one. While somebody else is drawing it, the one before: nobody waits for
     * that, once there has been any.
     */
    public Catalog at(long version) {
        Drawn known = drawn;
        if (known.version() == version) {
            return known.catalog();
        }
        if (known.version() < 0) {
            drawing.lock();
        } else if (!drawing.tryLock()) {
            return known.catalog();
        }
        try {
            return get();
        } finally {
            drawing.unlock();
        }
    }

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
