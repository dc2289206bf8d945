package dev.weakspot.web.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.weakspot.web.token.AccessTokens;
import dev.weakspot.web.visit.Visitor;
import io.micronaut.http.client.exceptions.HttpClientException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Questions and topics. A version of a question never changes, so it is asked for once; topics are asked for again every
 * minute. What is known here outlives an outage of the catalog.
 */
@Singleton
public class QuestionBank {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final long MOST = 20_000;

    private final CatalogClient catalog;
    private final AccessTokens tokens;
    private final Clock clock;
    private final Cache<Version, Question> questions =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private volatile Known known = new Known(Map.of(), Instant.EPOCH);

    QuestionBank(CatalogClient catalog, AccessTokens tokens, Clock clock) {
        this.catalog = catalog;
        this.tokens = tokens;
        this.clock = clock;
    }

    private record Version(String id, int number) {}

    private record Known(Map<String, Topic> topics, Instant since) {}

    /** A version of a question, in the name of somebody who may read it. */
    public Question question(Visitor visitor, String id, int version) {
        return questions.get(new Version(id, version), _ -> catalog.question(tokens.bearer(visitor), id, version));
    }

    /** All topics by slug; those known so far, perhaps none, while the catalog is away. */
    public Map<String, Topic> topics(Visitor visitor) {
        Known current = known;
        if (current.since().plus(FRESH).isAfter(clock.instant())) {
            return current.topics();
        }
        try {
            List<Topic> topics = catalog.topics(tokens.bearer(visitor)).items();
            current = new Known(
                    topics.stream().collect(Collectors.toUnmodifiableMap(Topic::slug, Function.identity())),
                    clock.instant());
            known = current;
        } catch (HttpClientException e) {
            Reach.requireAway(e);
        }
        return current.topics();
    }

    /** What people call a topic; its slug while we do not know it. */
    public String title(Visitor visitor, String slug) {
        Topic topic = topics(visitor).get(slug);
        return topic == null ? slug : topic.title();
    }
}
