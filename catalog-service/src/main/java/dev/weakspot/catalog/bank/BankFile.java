package dev.weakspot.catalog.bank;

import java.util.List;

/** What a file says, as far as it can be read: its topic, its questions, and what is wrong with the rest. */
record BankFile(List<BankTopic> topics, List<BankQuestion> questions, List<Defect> defects) {

    BankFile {
        topics = List.copyOf(topics);
        questions = List.copyOf(questions);
        defects = List.copyOf(defects);
    }
}
