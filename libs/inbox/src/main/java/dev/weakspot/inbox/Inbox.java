package dev.weakspot.inbox;

import static java.util.function.Predicate.not;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The receiving end of a listener: applies messages and moves their partitions' offsets in one transaction.
 *
 * <p>Every message is applied once, however often Kafka delivers it: a crash before the commit brings it again, a crash
 * after it does not, and a consumer that was frozen while another took its partition over fails to commit. A message that
 * cannot be read, or that alone makes the handler fail, is parked and passed. While the database or Kafka is away
 * everything waits, and nothing is parked for that; what was parked already is not parked again by a later try.
 *
 * <p>The offsets that count are those in the database; the consumer commits none to Kafka. To be called from the
 * consumer's thread. Consumers of one group may share an inbox: what one of them gets wrong about another's partition,
 * the fence catches.
 *
 * @see Inboxes#of
 */
public final class Inbox<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final String group;
    private final MessageDecoder<T> decoder;
    private final MessageHandler<T> handler;
    private final TransactionOperations<Connection> transactions;
    private final InboxOffsets offsets;
    private final ParkingLot parkingLot;
    private final InboxMeters meters;
    private final Duration retryAfter;

    /** What the database said last, and so what the next move expects it to say still. */
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();

    /** What is parked, and not yet passed because the commit failed. */
    private final Set<Origin> parked = ConcurrentHashMap.newKeySet();

    /** The level of the worst trouble that was told since all was well; null while it is. Consumers that share this may tell the same twice. */
    private volatile @Nullable Level worstTold;

    Inbox(
            String group,
            MessageDecoder<T> decoder,
            MessageHandler<T> handler,
            TransactionOperations<Connection> transactions,
            InboxOffsets offsets,
            ParkingLot parkingLot,
            InboxMeters meters,
            Duration retryAfter) {
        this.group = group;
        this.decoder = decoder;
        this.handler = handler;
        this.transactions = transactions;
        this.offsets = offsets;
        this.parkingLot = parkingLot;
        this.meters = meters;
        this.retryAfter = retryAfter;
    }

    /**
     * To be called from {@code onPartitionsAssigned}: seeks to where the database says that consumption goes on, or to the
     * beginning of what was never consumed. Never fails; what it cannot find out now, {@link #receive} does.
     */
    public void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
        meters.watch(partitions);
        try {
            resume(consumer, partitions);
        } catch (RuntimeException e) {
            reportTrouble(e);
        }
    }

    /**
     * To be called with what a poll brought, of any topics and partitions. Returns when every record is applied, parked, or
     * sure to come with a later poll; in the last case, when the world is in trouble, after a rest.
     */
    public void receive(Consumer<?, ?> consumer, List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            // A copy: the fence must expect what we knew when the batch came, whatever another thread learns meanwhile.
            var since = new HashMap<>(positions);
            resume(consumer, without(partitionsOf(records), since.keySet()));
            apply(due(records, since).stream().map(this::decodeOrPark).toList(), since);
        } catch (Fenced e) {
            LOG.atWarn()
                    .addKeyValue("group", group)
                    .addKeyValue("partitions", partitionsOf(records))
                    .log("Another consumer has applied these messages; dropped ours");
            forget(partitionsOf(records));
            rewind(consumer, records);
        } catch (RuntimeException | Error e) {
            // An error, too: it would end the consumer's thread without a word, and nobody would consume any more.
            rewind(consumer, records);
            reportTrouble(e);
            rest();
        }
    }

    /** Where a message came from. */
    private record Origin(TopicPartition partition, long offset) {}

    /** The records that are next. What is not, was applied before, or comes again from where its partition resumes. */
    private static List<ConsumerRecord<byte[], byte[]>> due(
            List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> since) {
        return records.stream()
                .filter(record -> record.offset() >= since.getOrDefault(partitionOf(record), Long.MAX_VALUE))
                .toList();
    }

    private void resume(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }

        Map<TopicPartition, Long> known = offsets.find(partitions);
        Set<TopicPartition> untouched = without(partitions, known.keySet());
        if (!untouched.isEmpty()) {
            offsets.start(consumer.beginningOffsets(untouched));
            known = offsets.find(partitions);
        }
        reportAnotherLog(known, consumer.endOffsets(known.keySet()));
        known.forEach((partition, next) -> {
            positions.put(partition, next);
            seek(consumer, partition, next);
        });
    }

    private Received<T> decodeOrPark(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new Received<>(record, List.of(decoder.decode(record)));
        } catch (UnreadableMessage e) {
            if (parkOnce(record, e.reason())) {
                LOG.atWarn()
                        .addKeyValue("topic", record.topic())
                        .addKeyValue("partition", record.partition())
                        .addKeyValue("offset", record.offset())
                        .addKeyValue("reason", e.reason())
                        .log("Parked a message that cannot be read");
            }
        } catch (RuntimeException e) {
            parkForBug(record, "Reading it failed with " + e.getClass().getName(), e);
        }
        return new Received<>(record, List.of());
    }

    private void apply(List<Received<T>> batch, Map<TopicPartition, Long> since) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            commit(batch, since);
        } catch (RuntimeException e) {
            if (!Blame.isOnTheMessage(e)) {
                throw e;
            }
            batch.forEach(received -> applyAlone(received, since));
        }
    }

    private void applyAlone(Received<T> received, Map<TopicPartition, Long> since) {
        try {
            commit(List.of(received), since);
        } catch (RuntimeException e) {
            if (!Blame.isOnTheMessage(e)) {
                throw e;
            }
            String reason = "Applying it failed with " + e.getClass().getName();
            parkForBug(received.record(), reason, e);
            commit(List.of(new Received<>(received.record(), List.of())), since);
        }
    }

    private void commit(List<Received<T>> batch, Map<TopicPartition, Long> since) {
        var until = new HashMap<TopicPartition, Long>();
        batch.forEach(received -> until.put(received.partition(), received.nextOffset()));
        List<T> messages =
                batch.stream().flatMap(received -> received.messages().stream()).toList();

        transactions.executeWrite(transaction -> {
            offsets.advance(since, until);
            if (!messages.isEmpty()) {
                handler.handle(messages);
            }
            return null;
        });
        meters.applied(batch.stream().map(Received::record).toList());
        since.putAll(until);
        positions.putAll(until);
        parked.removeIf(origin -> origin.offset() < until.getOrDefault(origin.partition(), 0L));
        reportRecovery();
    }

    private void parkForBug(ConsumerRecord<byte[], byte[]> record, String reason, RuntimeException bug) {
        if (parkOnce(record, reason)) {
            LOG.atError()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .setCause(bug)
                    .log("Parked a message because of a bug");
        }
    }

    /** Whether it is parked only now: what a failed commit brings again may be parked already. */
    private boolean parkOnce(ConsumerRecord<byte[], byte[]> record, String reason) {
        var origin = new Origin(partitionOf(record), record.offset());
        if (parked.contains(origin)) {
            return false;
        }
        parkingLot.park(record, group, reason);
        return parked.add(origin);
    }

    private void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(positions::remove);
        parked.removeIf(origin -> partitions.contains(origin.partition()));
    }

    /** Without this the consumer would go on behind the batch, and the next commit would skip it. */
    private void rewind(Consumer<?, ?> consumer, List<ConsumerRecord<byte[], byte[]>> records) {
        var firsts = new HashMap<TopicPartition, Long>();
        records.forEach(record -> firsts.putIfAbsent(partitionOf(record), record.offset()));
        firsts.forEach((partition, first) -> seek(consumer, partition, positions.getOrDefault(partition, first)));
    }

    private static void seek(Consumer<?, ?> consumer, TopicPartition partition, long offset) {
        if (consumer.assignment().contains(partition)) {
            consumer.seek(partition, offset);
        }
    }

    /** What we have consumed is not there: until the new log is as long as the old one, its messages look like old ones. */
    private static void reportAnotherLog(Map<TopicPartition, Long> next, Map<TopicPartition, Long> ends) {
        next.forEach((partition, offset) -> {
            if (offset > ends.getOrDefault(partition, Long.MAX_VALUE)) {
                LOG.atError()
                        .addKeyValue("topic", partition.topic())
                        .addKeyValue("partition", partition.partition())
                        .addKeyValue("offset", offset)
                        .log(
                                "The topic ends before what was consumed of it: if it was created anew, delete its offsets");
            }
        });
    }

    /** Once, and once more when an {@link Error} comes on top: it would hide behind a database that was away. */
    private void reportTrouble(Throwable trouble) {
        Level level = trouble instanceof Error ? Level.ERROR : Level.WARN;
        if (worstTold != level && worstTold != Level.ERROR) {
            LOG.atLevel(level)
                    .addKeyValue("group", group)
                    .setCause(trouble)
                    .log("Cannot consume now; trying again until it works");
            worstTold = level;
        }
    }

    private void reportRecovery() {
        if (worstTold != null) {
            LOG.atInfo().addKeyValue("group", group).log("Consuming again");
        }
        worstTold = null;
    }

    private void rest() {
        try {
            Thread.sleep(retryAfter);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<TopicPartition> partitionsOf(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(Inbox::partitionOf).collect(Collectors.toSet());
    }

    private static Set<TopicPartition> without(Collection<TopicPartition> partitions, Set<TopicPartition> known) {
        return partitions.stream().filter(not(known::contains)).collect(Collectors.toSet());
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
