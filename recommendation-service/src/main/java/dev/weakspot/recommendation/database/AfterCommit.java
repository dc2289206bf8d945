package dev.weakspot.recommendation.database;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** What is done when the transaction that runs is committed, and never when it is not. Threads may share it. */
@Singleton
public class AfterCommit {

    private final TransactionOperations<Connection> transactions;

    AfterCommit(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /**
     * Has it run by the thread that commits, before it goes on; several in the order in which they were told.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public void run(Runnable task) {
        transactions
                .findTransactionStatus()
                .orElseThrow(() -> new IllegalStateException("There is no transaction that could be committed."))
                .registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        task.run();
                    }
                });
    }
}
