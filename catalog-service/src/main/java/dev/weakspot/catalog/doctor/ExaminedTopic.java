package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.topic.Topic;

/** A topic and where it is written. */
public record ExaminedTopic(Topic topic, Lines lines) {}
