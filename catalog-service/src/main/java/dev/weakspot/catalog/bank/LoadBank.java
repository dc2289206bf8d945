package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.question.PublishQuestion;
import dev.weakspot.catalog.topic.PublishTopic;
import dev.weakspot.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Publishes what is new in the bank. Each topic and each question is a transaction of its own: what cannot be published
 * is refused by name, and the rest goes on. Loading again publishes nothing twice.
 */
@Singleton
class LoadBank {

    private final BankFiles files;
    private final BankReader reader;
    private final PublishTopic publishTopic;
    private final PublishQuestion publishQuestion;
    private final Clock clock;

    LoadBank(
            BankFiles files,
            BankReader reader,
            PublishTopic publishTopic,
            PublishQuestion publishQuestion,
            Clock clock) {
        this.files = files;
        this.reader = reader;
        this.publishTopic = publishTopic;
        this.publishQuestion = publishQuestion;
        this.clock = clock;
    }

    /**
     * Loads it.
     *
     * @throws CancellationException when the thread is interrupted; what is published by then stays so
     */
    BankReport load() {
        List<BankFile> read = files.readAll().stream().map(reader::read).toList();
        Bank bank = Bank.of(read);
        List<Defect> refused = new ArrayList<>(bank.defects());
        List<PublishTopic.Outcome> topics = publishTopics(bank, refused);
        List<PublishQuestion.Outcome> questions = publishQuestions(bank, refused);
        return new BankReport(
                BankState.LOADED,
                clock.instant(),
                read.size(),
                BankReport.TopicCount.of(topics),
                BankReport.QuestionCount.of(questions),
                refused);
    }

    private List<PublishTopic.Outcome> publishTopics(Bank bank, List<Defect> refused) {
        List<PublishTopic.Outcome> outcomes = new ArrayList<>();
        for (BankTopic candidate : bank.topics()) {
            stopWhenInterrupted();
            try {
                outcomes.add(publishTopic.publish(candidate.topic()));
            } catch (Refusal refusal) {
                refused.add(new Defect(candidate.place(), refusal.detail()));
            }
        }
        return outcomes;
    }

    private List<PublishQuestion.Outcome> publishQuestions(Bank bank, List<Defect> refused) {
        List<PublishQuestion.Outcome> outcomes = new ArrayList<>();
        for (BankQuestion candidate : bank.questions()) {
            stopWhenInterrupted();
            try {
                outcomes.add(publishQuestion.publish(candidate.id(), candidate.version(), candidate.question()));
            } catch (Refusal refusal) {
                refused.add(new Defect(candidate.place(), refusal.detail()));
            }
        }
        return outcomes;
    }

    private static void stopWhenInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }
}
