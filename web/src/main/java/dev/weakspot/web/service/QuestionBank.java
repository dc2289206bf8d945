package dev.weakspot.web.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.weakspot.web.account.Role;
import dev.weakspot.web.token.AccessTokens;
import dev.weakspot.web.visit.Visitor;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Questions and topics. A version of a question never changes, so it is asked for once; topics are asked for again every
 * minute. What is known here outlives an outage of the catalog. One that does not answer is left alone for some seconds:
 * whoever shows many questions waits for it once.
 */
@Singleton
public class QuestionBank {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final long MOST = 20_000;
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int PAGES = 10;
    private static final int PAGE_SIZE = 100;

    private final CatalogClient catalog;
    private final AccessTokens tokens;
    private final Clock clock;
    private final Cache<Version, Question> questions =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private volatile Known known = new Known(Map.of(), Instant.EPOCH);
    private volatile Instant silentUntil = Instant.EPOCH;

    QuestionBank(CatalogClient catalog, AccessTokens tokens, Clock clock) {
        this.catalog = catalog;
        this.tokens = tokens;
        this.clock = clock;
    }

    private record Version(String id, int number) {}

    private record Known(Map<String, Topic> topics, Instant since) {}

    /** A version of a question, in the name of somebody who may read it; nothing when there is none. */
    public @Nullable Question question(Visitor visitor, String id, int version) {
        var wanted = new Version(id, version);
        @Nullable Question known = questions.getIfPresent(wanted);
        if (known != null) {
            return known;
        }
        @Nullable Question found = ask(() -> catalog.question(tokens.bearer(visitor), id, version));
        if (found != null) {
            questions.put(wanted, found);
        }
        return found;
    }

    private <T> @Nullable T ask(Supplier<@Nullable T> question) {
        if (clock.instant().isBefore(silentUntil)) {
            throw new HttpClientException("The catalog did not answer a moment ago");
        }
        try {
            return question.get();
        } catch (HttpClientException e) {
            if (!(e instanceof HttpClientResponseException)) {
                silentUntil = clock.instant().plus(PAUSE);
            }
            throw e;
        }
    }

    /** The first thousand questions with their keys, for making up answers; asked for in nobody's name. */
    public List<KeyedQuestion> keyedQuestions() {
        String bearer = tokens.bearer(NOBODY, Set.of(Role.AUTHOR));
        List<KeyedQuestion> all = new ArrayList<>();
        for (int page = 1; page <= PAGES; page++) {
            KeyedQuestion.@Nullable Found found = catalog.keyedQuestions(bearer, page, PAGE_SIZE);
            if (found == null) {
                break;
            }
            all.addAll(found.items());
            if (all.size() >= found.total()) {
                break;
            }
        }
        return all;
    }

    /** All topics by slug; those known so far, perhaps none, while the catalog is away. */
    public Map<String, Topic> topics(Visitor visitor) {
        Known current = known;
        if (current.since().plus(FRESH).isAfter(clock.instant())) {
            return current.topics();
        }
        try {
            Topic.@Nullable All found = ask(() -> catalog.topics(tokens.bearer(visitor)));
            if (found == null) {
                return current.topics();
            }
            current = new Known(
                    found.items().stream().collect(Collectors.toUnmodifiableMap(Topic::slug, Function.identity())),
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
