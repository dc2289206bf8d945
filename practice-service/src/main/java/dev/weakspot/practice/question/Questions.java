package dev.weakspot.practice.question;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * All question versions this service has heard of. Threads may share it.
 *
 * <p>A version never changes, so it is remembered; for {@link #REMEMBERED} only, because another instance may have heard
 * of its withdrawal. What is not known is asked for each time: it may have been published a moment ago.
 */
@Singleton
public class Questions {

    static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int AT_MOST = 20_000;

    private final QuestionRows rows;
    private final JsonMapper json;
    private final AsyncCache<QuestionVersion, Optional<Question>> remembered;

    Questions(QuestionRows rows, JsonMapper json, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.rows = rows;
        this.json = json;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .expireAfterWrite(REMEMBERED)
                .executor(blocking)
                .buildAsync();
    }

    /** Finds a version without blocking the caller. */
    public CompletableFuture<Optional<Question>> find(QuestionVersion version) {
        return remembered.get(version, this::load).whenComplete((found, _) -> {
            if (found != null && found.isEmpty()) {
                remembered.synchronous().invalidate(version);
            }
        });
    }

    /** Applies what the catalog tells, in the running transaction. Applying it again changes nothing. */
    void apply(CatalogChange change) {
        switch (change) {
            case CatalogChange.Published(Question question, String content) -> {
                QuestionVersion version = question.id();
                rows.know(version.question());
                // Only a new version brings a withdrawn question back: a version we know is an event that came twice.
                if (rows.addVersion(version.question(), version.version(), content) > 0) {
                    rows.setWithdrawn(version.question(), false);
                }
                rows.describe(
                        version.question(),
                        version.version(),
                        question.level(),
                        question.kind(),
                        "{" + String.join(",", question.topics()) + "}");
            }
            case CatalogChange.Withdrawn(String question) -> {
                rows.know(question);
                rows.setWithdrawn(question, true);
            }
        }
    }

    /** Forgets what is remembered about questions, once the change that made it stale is committed. */
    void forget() {
        remembered.synchronous().invalidateAll();
    }

    private Optional<Question> load(QuestionVersion version) {
        return rows.findVersion(version.question(), version.version())
                .map(row -> read(row.content()).toQuestion(row.withdrawn()));
    }

    private PublishedQuestion read(String content) {
        try {
            return PublishedQuestion.read(json, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("A stored question cannot be read", e);
        }
    }
}
