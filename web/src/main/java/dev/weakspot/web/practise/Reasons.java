package dev.weakspot.web.practise;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.weakspot.web.service.Suggestions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Remembers for a day why the questions of a set were suggested, so that their pages can say it. */
@Singleton
class Reasons {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final long MOST = 100_000;

    private final Cache<Key, String> sentences =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(A_DAY).build();

    private record Key(UUID session, String question) {}

    void remember(UUID session, Suggestions suggestions) {
        suggestions.items().forEach(item -> sentences.put(new Key(session, item.questionId()), item.because()));
    }

    Optional<String> find(UUID session, String question) {
        return Optional.ofNullable(sentences.getIfPresent(new Key(session, question)));
    }
}
