package dev.weakspot.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.configuration.kafka.config.KafkaDefaultConfiguration;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells ops how long messages take until they are applied, and how far the inboxes of this service are behind: of all partitions of
 * their topics, whichever instance consumes them, by what the database and the broker say. So it tells as well when nobody consumes
 * any more, or when a message blocks its partition. Threads may share it.
 */
@Singleton
final class InboxMeters {

    private static final Logger LOG = LoggerFactory.getLogger(InboxMeters.class);

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LOOKS = 10;

    private static final Duration[] BUCKETS = LongStream.of(5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 60_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Map<String, Object> configuration = new HashMap<>();
    private final InboxOffsets offsets;
    private final Duration interval;
    private final TaskScheduler scheduler;
    private final @Nullable MeterRegistry meters;
    private final Map<String, Lag> lags = new ConcurrentHashMap<>();
    private final Map<String, Timer> delays = new ConcurrentHashMap<>();
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private volatile @Nullable ScheduledFuture<?> measuring;

    InboxMeters(
            KafkaDefaultConfiguration kafka,
            InboxOffsets offsets,
            InboxConfiguration inbox,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
            @Nullable MeterRegistry meters) {
        kafka.getConfig().forEach((name, value) -> configuration.put(String.valueOf(name), value));
        configuration.putAll(Map.of(
                ConsumerConfig.CLIENT_ID_CONFIG,
                "inbox-lag",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                // One message of each partition is enough to know its time.
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                1,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(PATIENCE.toMillis()),
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(PATIENCE.toMillis())));
        this.offsets = offsets;
        this.interval = inbox.lagInterval();
        this.scheduler = scheduler;
        this.meters = meters;
    }

    /** From now on there are gauges for these partitions' topics. */
    void watch(Collection<TopicPartition> partitions) {
        partitions.stream().map(TopicPartition::topic).distinct().forEach(topic -> {
            if (meters != null && lags.putIfAbsent(topic, Lag.UNKNOWN) == null) {
                register(topic, meters);
            }
        });
    }

    /** These messages are applied now, which the world may know. */
    void applied(Collection<ConsumerRecord<byte[], byte[]>> messages) {
        if (meters == null) {
            return;
        }
        long now = System.currentTimeMillis();
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            delays.computeIfAbsent(message.topic(), topic -> delay(topic, meters))
                    .record(Duration.ofMillis(Math.max(0, now - message.timestamp())));
        }
    }

    private static Timer delay(String topic, MeterRegistry registry) {
        return Timer.builder("weakspot.inbox.delay")
                .description("From the commit in the service of origin until a message is applied here")
                .tag("topic", topic)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private void register(String topic, MeterRegistry registry) {
        // So that none parked is a 0 and not a gap.
        registry.counter(ParkingLot.PARKED, "topic", topic);
        Gauge.builder("weakspot.inbox.lag", () -> lag(topic).messages())
                .description("Messages of the topic that are to be applied yet, over all instances")
                .tag("topic", topic)
                .register(registry);
        Gauge.builder("weakspot.inbox.lag.age", () -> lag(topic).age())
                .description("Age of the oldest message of the topic that is to be applied yet")
                .baseUnit("seconds")
                .tag("topic", topic)
                .register(registry);
    }

    private Lag lag(String topic) {
        return lags.getOrDefault(topic, Lag.UNKNOWN);
    }

    // Not @Scheduled: that asks for this bean anew each time, and while a service stops makes all meters anew to get
    // it.
    @EventListener
    void start(StartupEvent event) {
        measuring = scheduler.scheduleWithFixedDelay(interval, interval, this::measure);
    }

    synchronized void measure() {
        lags.replaceAll((topic, _) -> measureIfPossible(topic));
    }

    private Lag measureIfPossible(String topic) {
        try {
            return measure(topic);
        } catch (RuntimeException e) {
            // The inboxes and the relay say what is wrong; a gauge without a number says that it does not know.
            LOG.debug("Cannot measure the lag of {}", topic, e);
            return Lag.UNKNOWN;
        }
    }

    private Lag measure(String topic) {
        KafkaConsumer<byte[], byte[]> client = client();
        Set<TopicPartition> partitions = new HashSet<>();
        client.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        // The client warns of what it hears of partitions that are not its own.
        client.assign(partitions);
        Map<TopicPartition, Long> ends = client.endOffsets(partitions);
        Map<TopicPartition, Long> next = new HashMap<>(client.beginningOffsets(partitions));
        next.putAll(offsets.find(partitions));
        next.entrySet().removeIf(position -> position.getValue() >= ends.getOrDefault(position.getKey(), 0L));
        double messages = next.entrySet().stream()
                .mapToLong(position -> ends.getOrDefault(position.getKey(), 0L) - position.getValue())
                .sum();
        return next.isEmpty() ? Lag.NONE : new Lag(messages, age(client, next));
    }

    /** By the next message of each partition. */
    private static double age(KafkaConsumer<byte[], byte[]> client, Map<TopicPartition, Long> next) {
        client.assign(next.keySet());
        next.forEach(client::seek);
        Map<TopicPartition, Long> times = new HashMap<>();
        for (int i = 0; i < LOOKS && times.size() < next.size(); i++) {
            client.poll(LOOK)
                    .forEach(message -> times.putIfAbsent(
                            new TopicPartition(message.topic(), message.partition()), message.timestamp()));
        }
        return times.values().stream()
                .mapToDouble(time -> Math.max(0, System.currentTimeMillis() - time) / 1_000.0)
                .max()
                .orElse(Double.NaN);
    }

    private KafkaConsumer<byte[], byte[]> client() {
        if (consumer == null) {
            consumer = new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }
        return consumer;
    }

    @PreDestroy
    synchronized void close() {
        if (measuring != null) {
            measuring.cancel(false);
        }
        if (consumer != null) {
            consumer.close();
        }
    }
}
