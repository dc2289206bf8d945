package dev.weakspot.recommendation.belief;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What was used of late, up to a size in all: what was not used for longest goes first. Threads may share it. */
final class RecentlyUsed<K, V> {

    private final long most;
    private final ToLongFunction<V> size;
    private final Map<K, V> values = new LinkedHashMap<>(16, .75f, true);
    private long total;

    RecentlyUsed(long most, ToLongFunction<V> size) {
        this.most = most;
        this.size = size;
    }

    synchronized Optional<V> find(K key) {
        return Optional.ofNullable(values.get(key));
    }

    /** In place of what was there under the key. What alone is larger than all may be is not kept. */
    synchronized void put(K key, V value) {
        Optional.ofNullable(values.put(key, value)).ifPresent(before -> total -= size.applyAsLong(before));
        total += size.applyAsLong(value);
        Iterator<V> longestUnused = values.values().iterator();
        while (total > most) {
            total -= size.applyAsLong(longestUnused.next());
            longestUnused.remove();
        }
    }
}
