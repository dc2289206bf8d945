package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.topic.Topic;

/** A topic as it stands in a file. */
record BankTopic(Place place, Topic topic) {}
