package dev.weakspot.catalog.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.weakspot.catalog.question.PublishQuestion;
import dev.weakspot.catalog.topic.PublishTopic;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * What became of the bank at the last start of this service.
 *
 * @param state how far it has come
 * @param asOf since when
 * @param files how many files were read
 * @param refused what was not published, and why
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record BankReport(
        BankState state, Instant asOf, int files, TopicCount topics, QuestionCount questions, List<Defect> refused) {

    BankReport {
        refused = List.copyOf(refused);
    }

    /** A report before anything is read. */
    static BankReport empty(BankState state, Instant asOf) {
        return new BankReport(state, asOf, 0, TopicCount.of(List.of()), QuestionCount.of(List.of()), List.of());
    }

    @Serdeable
    record TopicCount(int added, int changed, int unchanged) {

        static TopicCount of(List<PublishTopic.Outcome> outcomes) {
            return new TopicCount(
                    Collections.frequency(outcomes, PublishTopic.Outcome.NEW),
                    Collections.frequency(outcomes, PublishTopic.Outcome.CHANGED),
                    Collections.frequency(outcomes, PublishTopic.Outcome.UNCHANGED));
        }
    }

    @Serdeable
    record QuestionCount(int added, int unchanged) {

        static QuestionCount of(List<PublishQuestion.Outcome> outcomes) {
            return new QuestionCount(
                    Collections.frequency(outcomes, PublishQuestion.Outcome.NEW),
                    Collections.frequency(outcomes, PublishQuestion.Outcome.UNCHANGED));
        }
    }
}
