package dev.weakspot.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.configuration.kafka.config.KafkaDefaultConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes committed messages from the outbox to Kafka, in the order of {@code seq}, for as long as the application runs.
 *
 * <p>At least once: a message is removed after Kafka has acknowledged it, so a crash in between sends it again. In order for
 * every key, as far as first occurrences go. One relay at a time over all processes ({@link RelayLease}); the others stand
 * by. It keeps no memory of what it has sent: a message that commits late is still in the table, and so it is next.
 *
 * <p>Neither Kafka nor the database need be there when it starts, nor stay.
 */
@Singleton
@Requires(property = "weakspot.outbox.relay", notEquals = "false")
@Requires(beans = KafkaDefaultConfiguration.class)
final class OutboxRelay implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private static final Duration LEASE_CHECK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MEASURE_INTERVAL = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final DataSource database;
    private final KafkaDefaultConfiguration kafka;
    private final MessageHeaders headers;
    private final RelayBell bell;
    private final OutboxConfiguration configuration;

    private final Outage outage = new Outage(LOG);
    private final Thread thread = new Thread(this, "outbox-relay");
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Backlog backlog = Backlog.UNKNOWN;
    private long measuredAt;

    OutboxRelay(
            DataSource database,
            KafkaDefaultConfiguration kafka,
            MessageHeaders headers,
            RelayBell bell,
            OutboxConfiguration configuration,
            @Nullable MeterRegistry meters) {
        // Past the proxy, whose connections are those of the transaction that runs.
        this.database = DelegatingDataSource.unwrapDataSource(database);
        this.kafka = kafka;
        this.headers = headers;
        this.bell = bell;
        this.configuration = configuration;
        if (meters != null) {
            Gauge.builder("weakspot.outbox.depth", () -> backlog.depth())
                    .description("Messages that wait for Kafka; NaN where this process is not the relay")
                    .register(meters);
            Gauge.builder("weakspot.outbox.age", () -> backlog.age())
                    .description("Age of the oldest message that waits; NaN where this process is not the relay")
                    .baseUnit("seconds")
                    .register(meters);
        }
    }

    @EventListener
    void start(StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    /** While the data source is still open, so that what was sent can be removed. */
    @EventListener
    void stop(ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        bell.ring();
        if (!thread.join(GRACE)) {
            thread.interrupt();
            thread.join(GRACE);
        }
    }

    @Override
    public void run() {
        try {
            while (!isStopping()) {
                relayIfAllowed();
                rest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void relayIfAllowed() throws InterruptedException {
        try {
            Optional<RelayLease> lease = RelayLease.tryAcquire(database, headers);
            if (lease.isPresent()) {
                relay(lease.get());
            }
        } catch (SQLException | RuntimeException e) {
            if (!isStopping()) {
                outage.began(e);
            }
        } finally {
            backlog = Backlog.UNKNOWN;
        }
    }

    private void relay(RelayLease lease) throws SQLException, InterruptedException {
        try (lease;
                RelayProducer producer = RelayProducer.connect(kafka.getConfig())) {
            while (!isStopping() && !producer.isStopped()) {
                measureNowAndThen(lease);
                bell.forget();
                List<OutboxRow> rows = lease.next(configuration.batchSize());
                if (!publish(rows, producer, lease)) {
                    rest();
                } else if (rows.size() < configuration.batchSize() && !isStopping()) {
                    // There was no more; whatever this process has appended since has rung.
                    awaitMore();
                }
            }
        }
    }

    /** Returns when there may be something to send, and the time is over in which more could join it. */
    private void awaitMore() throws InterruptedException {
        bell.await(configuration.pollInterval());
        stopping.await(configuration.linger().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Returns whether Kafka has taken everything but what it refuses for what it is; if not, it should have a rest. */
    private boolean publish(List<OutboxRow> rows, RelayProducer producer, RelayLease lease)
            throws SQLException, InterruptedException {
        Delivery delivery = producer.send(rows);
        awaitKafka(delivery, lease);

        lease.remove(delivery.acknowledged());
        for (Map.Entry<Long, Exception> refusal : delivery.refused().entrySet()) {
            lease.setAside(refusal.getKey(), refusal.getValue().toString());
            LOG.atError()
                    .addKeyValue("seq", refusal.getKey())
                    .setCause(refusal.getValue())
                    .log("Kafka refuses a message for what it is: set aside in the outbox, needs a human");
        }
        delivery.failure().ifPresentOrElse(outage::began, outage::ended);
        return delivery.failure().isEmpty();
    }

    /** Looks after the lease meanwhile, since a relay that has lost it must stop sending. */
    private void awaitKafka(Delivery delivery, RelayLease lease) throws SQLException, InterruptedException {
        Duration waited = Duration.ZERO;
        while (!delivery.isSettledWithin(LEASE_CHECK)) {
            waited = waited.plus(LEASE_CHECK);
            backlog = lease.backlog();
            if (waited.compareTo(PATIENCE) >= 0) {
                outage.began(new TimeoutException("Kafka acknowledges nothing"));
            }
        }
    }

    private void measureNowAndThen(RelayLease lease) throws SQLException {
        long now = System.nanoTime();
        if (Double.isNaN(backlog.depth()) || now - measuredAt > MEASURE_INTERVAL.toNanos()) {
            measuredAt = now;
            backlog = lease.backlog();
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void rest() throws InterruptedException {
        stopping.await(configuration.retryAfter().toNanos(), TimeUnit.NANOSECONDS);
    }
}
