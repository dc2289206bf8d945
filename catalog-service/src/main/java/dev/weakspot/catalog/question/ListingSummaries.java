package dev.weakspot.catalog.question;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps what is counted over the whole bank near to what is listed: brought up to date about a second after changes, and so
 * seldom that a large bank is not busy with it. Each waits by how long it takes itself.
 */
@Singleton
class ListingSummaries {

    private static final Logger LOG = LoggerFactory.getLogger(ListingSummaries.class);

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** Each may take a twentieth of the time. */
    private static final int REST = 19;

    private final List<Summary> summaries = List.of(new Summary("listed_word"), new Summary("listed_count"));
    private final JdbcOperations database;
    private final TransactionOperations<Connection> transactions;
    private final TaskScheduler scheduler;
    private volatile @Nullable ScheduledFuture<?> refreshing;
    private volatile boolean isTroubled;

    ListingSummaries(
            JdbcOperations database,
            TransactionOperations<Connection> transactions,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this.database = database;
        this.transactions = transactions;
        this.scheduler = scheduler;
    }

    /** To be called in the transaction that changes what is listed. */
    void outdate() {
        transactions.findTransactionStatus().orElseThrow().registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                summaries.forEach(summary -> summary.isOutdated.set(true));
            }
        });
    }

    // Not @Scheduled: that asks for this bean anew each time, and while a service stops makes what it needs anew to get
    // it.
    @EventListener
    void start(StartupEvent event) {
        refreshing = scheduler.scheduleWithFixedDelay(Duration.ZERO, INTERVAL, this::refresh);
    }

    @PreDestroy
    void stop() {
        if (refreshing != null) {
            refreshing.cancel(false);
        }
    }

    private void refresh() {
        summaries.forEach(this::refresh);
    }

    private void refresh(Summary summary) {
        if (System.nanoTime() - summary.restUntil < 0 || !summary.isOutdated.getAndSet(false)) {
            return;
        }
        long began = System.nanoTime();
        try {
            String refresh = "refresh materialized view concurrently " + summary.view;
            transactions.executeWrite(_ -> database.prepareStatement(refresh, PreparedStatement::execute));
            summary.restUntil = System.nanoTime() + REST * (System.nanoTime() - began);
            isTroubled = false;
        } catch (RuntimeException e) { // mostly the database, which is away or, while the service stops, closed
            summary.isOutdated.set(true);
            LOG.atLevel(isTroubled ? Level.DEBUG : Level.INFO)
                    .addKeyValue("cause", e)
                    .log("Cannot count what is listed now; trying until it works");
            isTroubled = true;
        }
    }

    private static final class Summary {

        private final String view;
        private final AtomicBoolean isOutdated = new AtomicBoolean(true);
        private volatile long restUntil = System.nanoTime();

        Summary(String view) {
            this.view = view;
        }
    }
}
