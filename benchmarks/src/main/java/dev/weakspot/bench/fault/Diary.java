package dev.weakspot.bench.fault;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** What learners were told about their attempts, noted by themselves. Threads may share it. */
final class Diary {

    private static final int ENOUGH = 50;

    private final Map<UUID, Told> recorded = new ConcurrentHashMap<>();
    private final Set<UUID> refused = ConcurrentHashMap.newKeySet();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final LongAdder comeAgain = new LongAdder();
    private final Map<String, LongAdder> unanswered = new ConcurrentSkipListMap<>();

    /** An attempt that counts, by its 201 or 200. */
    record Told(UUID learner, long sequence) {}

    void recorded(UUID attempt, UUID learner, long sequence) {
        var told = new Told(learner, sequence);
        Told before = recorded.putIfAbsent(attempt, told);
        if (before != null && !before.equals(told)) {
            complain("Attempt " + attempt + " was told two things: " + before + " and " + told);
        }
    }

    /** An attempt that must be nowhere, by its 4xx. */
    void refused(UUID attempt) {
        refused.add(attempt);
    }

    /** A 503 that said when to come again, as it should. */
    void comeAgain() {
        comeAgain.increment();
    }

    /** No answer: the attempt may count or not. */
    void unanswered(String why) {
        unanswered.computeIfAbsent(why, _ -> new LongAdder()).increment();
    }

    /** Something that no service may say. */
    void complain(String complaint) {
        if (complaints.size() < ENOUGH) {
            complaints.add(complaint);
        }
    }

    Map<UUID, Told> recorded() {
        return recorded;
    }

    Set<UUID> refused() {
        return refused;
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public String toString() {
        return "%,d attempts recorded, %,d refused; %,d times told to come again, no answer: %s"
                .formatted(recorded.size(), refused.size(), comeAgain.sum(), unanswered);
    }
}
