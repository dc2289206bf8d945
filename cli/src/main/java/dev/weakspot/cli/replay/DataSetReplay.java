package dev.weakspot.cli.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weakspot.cli.CommandFailure;
import dev.weakspot.cli.dataset.Response;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Takes a data set through the whole system: catalog, practice, Kafka, recommendation. */
final class DataSetReplay {

    private static final Duration STALLED = Duration.ofSeconds(60);
    private static final int WEAKEST = 5;

    private final Services services;
    private final Names names;
    private final Tokens tokens;
    private final PublishedAttempts published;
    private final int connections;
    private final PrintStream progress;

    DataSetReplay(
            Services services,
            Names names,
            Tokens tokens,
            PublishedAttempts published,
            int connections,
            PrintStream progress) {
        this.services = services;
        this.names = names;
        this.tokens = tokens;
        this.published = published;
        this.connections = connections;
        this.progress = progress;
    }

    Outcome run(List<Response> responses) throws InterruptedException {
        publishBank(new BankOfDataSet(responses, names));
        var sender = new AttemptSender(services, names, tokens, connections);
        long start = System.nanoTime();
        try (ProgressBar bar = bar("attempts", responses.size())) {
            sender.post(responses, bar::step);
        }
        long applied = awaitApplied(sender);
        double seconds = (System.nanoTime() - start) / 1e9;
        Set<UUID> attempts = responses.stream().map(names::attempt).collect(Collectors.toSet());
        String analyst = tokens.analyst();
        return new Outcome(
                sender.accepted(),
                sender.repeated(),
                published.count(attempts),
                applied,
                seconds,
                services.quality(analyst, names.everything()),
                services.weakestTopics(analyst, names.everything(), WEAKEST));
    }

    /** Puts topics and questions into the catalog; waits until the practice service has heard of all of them. */
    private void publishBank(BankOfDataSet bank) throws InterruptedException {
        String author = tokens.author();
        for (Map.Entry<String, ObjectNode> topic : bank.topics().entrySet()) {
            services.putTopic(author, topic.getKey(), topic.getValue());
        }
        try (ProgressBar bar = bar("questions", bank.questions().size())) {
            for (Map.Entry<String, ObjectNode> question : bank.questions().entrySet()) {
                if (!services.putQuestion(author, question.getKey(), question.getValue())) {
                    throw names.changed("Question " + question.getKey());
                }
                bar.step();
            }
        }
        String anybody = tokens.learner(names.learner("anybody"));
        for (String question : bank.questions().keySet()) {
            long giveUp = System.nanoTime() + STALLED.toNanos();
            while (!services.knowsQuestion(anybody, question)) {
                if (System.nanoTime() > giveUp) {
                    throw new CommandFailure("The practice service has not heard of question " + question + " for "
                            + STALLED.toSeconds() + " s: is Kafka there? Run the same command again later.");
                }
                Thread.sleep(50);
            }
        }
    }

    /** Waits until the beliefs take every posted attempt into account, as long as they come closer to it. */
    private long awaitApplied(AttemptSender sender) throws InterruptedException {
        List<AttemptSender.Posted> waiting = new ArrayList<>(sender.learners());
        long applied = 0;
        long giveUp = System.nanoTime() + STALLED.toNanos();
        try (ProgressBar bar = bar("applied", sender.accepted())) {
            while (!waiting.isEmpty() && System.nanoTime() < giveUp) {
                for (AttemptSender.Posted learner : List.copyOf(waiting)) {
                    if (services.appliedSequence(tokens.learner(learner.learner())) >= learner.lastSequence()) {
                        waiting.remove(learner);
                        applied += learner.attempts();
                        bar.stepTo(applied);
                        giveUp = System.nanoTime() + STALLED.toNanos();
                    }
                }
            }
        }
        return applied;
    }

    private ProgressBar bar(String task, long max) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(max)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(progress, 100))
                .setUpdateIntervalMillis(500)
                .showSpeed()
                .build();
    }
}
