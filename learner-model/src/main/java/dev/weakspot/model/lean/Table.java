package dev.weakspot.model.lean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Things under numbers, in the order in which they came. Looking one up makes no garbage. */
final class Table<T> {

    private static final int FIRST_CAPACITY = 16;

    private final List<T> entries;
    private long[] keys;

    /** Open addressing: place in {@link #entries} plus one; 0 is free. Never more than half full. */
    private int[] slots;

    Table() {
        this(new ArrayList<>(), new long[FIRST_CAPACITY / 2], new int[FIRST_CAPACITY]);
    }

    private Table(List<T> entries, long[] keys, int[] slots) {
        this.entries = entries;
        this.keys = keys;
        this.slots = slots;
    }

    @Nullable T find(long key) {
        int place = slots[slot(key)];
        return place == 0 ? null : entries.get(place - 1);
    }

    /** The same things, in a table of its own. */
    Table<T> copy() {
        return new Table<>(new ArrayList<>(entries), keys.clone(), slots.clone());
    }

    T get(long key) {
        return Objects.requireNonNull(find(key));
    }

    /** Adds a thing whose key is new. */
    void add(long key, T entry) {
        if (entries.size() == keys.length) {
            grow();
        }
        keys[entries.size()] = key;
        entries.add(entry);
        slots[slot(key)] = entries.size();
    }

    /** In place of what is there under the key, or behind all others. */
    void put(long key, T entry) {
        int place = slots[slot(key)];
        if (place == 0) {
            add(key, entry);
        } else {
            entries.set(place - 1, entry);
        }
    }

    List<T> entries() {
        return entries;
    }

    long key(int place) {
        return keys[place];
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * keys.length);
        slots = new int[2 * keys.length];
        for (int place = 0; place < entries.size(); place++) {
            slots[slot(keys[place])] = place + 1;
        }
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        // Keys are hashes already: their low bits are as good as any.
        int slot = (int) key & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
