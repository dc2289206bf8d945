package dev.weakspot.catalog.bank;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the bank once, when the service has started, on a thread of its own: the service is ready meanwhile. Remembers
 * the report; any thread may ask for it.
 */
@Singleton
class BankAtStart implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(BankAtStart.class);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final BankConfiguration configuration;
    private final LoadBank loadBank;
    private final Clock clock;
    private final Thread loader = Thread.ofPlatform().name("bank").daemon().unstarted(this::load);
    private volatile BankReport report;

    BankAtStart(BankConfiguration configuration, LoadBank loadBank, Clock clock) {
        this.configuration = configuration;
        this.loadBank = loadBank;
        this.clock = clock;
        this.report = BankReport.empty(BankState.OFF, clock.instant());
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (configuration.load()) {
            report = BankReport.empty(BankState.LOADING, clock.instant());
            loader.start();
        }
    }

    BankReport report() {
        return report;
    }

    /** Lets a transaction that runs come to its end before the database's connections go. */
    @PreDestroy
    void stop() throws InterruptedException {
        if (loader.isAlive()) {
            loader.interrupt();
            loader.join(PATIENCE_AT_THE_END);
        }
    }

    private void load() {
        while (true) {
            try {
                tell(loadBank.load());
                return;
            } catch (CancellationException e) {
                LOG.info("Stopped loading the question bank; the next start goes on");
                return;
            } catch (RuntimeException e) {
                report = BankReport.empty(BankState.FAILED, clock.instant());
                LOG.atWarn().setCause(e).log("Could not load the question bank; trying again until it works");
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return; // the service stops
            }
        }
    }

    private void tell(BankReport loaded) {
        report = loaded;
        loaded.refused().forEach(defect -> LOG.atWarn()
                .addKeyValue("place", defect.place())
                .addKeyValue("reason", defect.reason())
                .log("Refused from the question bank"));
        LOG.atInfo()
                .addKeyValue("files", loaded.files())
                .addKeyValue("topics_added", loaded.topics().added())
                .addKeyValue("topics_changed", loaded.topics().changed())
                .addKeyValue("topics_unchanged", loaded.topics().unchanged())
                .addKeyValue("questions_added", loaded.questions().added())
                .addKeyValue("questions_unchanged", loaded.questions().unchanged())
                .addKeyValue("refused", loaded.refused().size())
                .log("Loaded the question bank");
    }
}
