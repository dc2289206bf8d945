package dev.weakspot.testbed;

import java.util.Map;

/** A Kafka topic as {@code contracts/asyncapi.yaml} describes it: its name, partitions and topic settings. */
public record Channel(String address, int partitions, Map<String, String> settings) {

    public Channel {
        settings = Map.copyOf(settings);
    }
}
