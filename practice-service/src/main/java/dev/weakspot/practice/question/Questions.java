package dev.weakspot.practice.question;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Inject;
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
 * <p>A version never changes, but it may be withdrawn, and another instance may hear of that. So it is remembered together with how much
 * was heard of the catalog, which is looked up every {@link #LOOK_AGAIN}: a withdrawal that was heard elsewhere counts that much later at most.
 * What is not known is asked for each time: it may have been published a moment ago.
 */
@Singleton
public class Questions {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    /** What was remembered before the last change is never asked for again, and goes after this. */
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private static final int AT_MOST = 20_000;

    private final QuestionRows rows;
    private final JsonMapper json;
    private final String topic;

    /** One entry: how much has been heard on {@link #topic}. */
    private final AsyncCache<String, Long> heard;

    private final AsyncCache<Known, Optional<Question>> remembered;

    @Inject
    Questions(
            QuestionRows rows,
            JsonMapper json,
            @Property(name = "weakspot.topics.catalog-questions") String topic,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this(rows, json, topic, blocking, Ticker.systemTicker());
    }

    Questions(QuestionRows rows, JsonMapper json, String topic, ExecutorService blocking, Ticker clock) {
        this.rows = rows;
        this.json = json;
        this.topic = topic;
        this.heard = Caffeine.newBuilder()
                .expireAfterWrite(LOOK_AGAIN)
                .ticker(clock)
                .executor(blocking)
                .buildAsync();
        this.remembered = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .expireAfterAccess(UNUSED)
                .ticker(clock)
                .executor(blocking)
                .buildAsync();
    }

    /** A version, as it is after that much was heard of the catalog. */
    private record Known(QuestionVersion version, long heard) {}

    /** Finds a version without blocking the caller. */
    public CompletableFuture<Optional<Question>> find(QuestionVersion version) {
        return heard.get(topic, rows::heard).thenCompose(count -> find(new Known(version, count)));
    }

    private CompletableFuture<Optional<Question>> find(Known known) {
        return remembered.get(known, each -> load(each.version())).whenComplete((found, _) -> {
            if (found != null && found.isEmpty()) {
                remembered.synchronous().invalidate(known);
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
        heard.synchronous().invalidateAll();
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
