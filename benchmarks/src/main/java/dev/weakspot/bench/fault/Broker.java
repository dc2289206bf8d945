package dev.weakspot.bench.fault;

import dev.weakspot.testbed.KafkaServer;
import java.nio.file.Path;

/** The broker in a process of its own, so that it can be killed. Arguments: its folder and its port. */
public final class Broker {

    private Broker() {}

    public static void main(String[] arguments) throws Exception {
        KafkaServer kafka = KafkaServer.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::stop));
        kafka.createTopics("");
        Thread.currentThread().join();
    }
}
