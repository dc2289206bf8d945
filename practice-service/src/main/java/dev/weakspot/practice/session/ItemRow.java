package dev.weakspot.practice.session;

import dev.weakspot.practice.question.QuestionVersion;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item as stored, with the state of its question and the grade of its attempt, which is null when there is none. */
@MappedEntity("session_item")
record ItemRow(
        @Id UUID attemptId,
        int position,
        String questionId,
        int questionVersion,
        String questionKind,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> topics,
        String chosenBy,
        boolean withdrawn,
        @Nullable Double score,
        @Nullable Boolean correct,
        @Nullable Long sequence,
        @Nullable String gradedBy,
        @Nullable Instant recordedAt) {

    QuestionVersion question() {
        return new QuestionVersion(questionId, questionVersion);
    }

    Session.Item toItem() {
        return new Session.Item(
                position,
                attemptId,
                questionId,
                questionVersion,
                questionKind,
                topics,
                chosenBy,
                withdrawn,
                answered());
    }

    private Session.@Nullable Answered answered() {
        if (score == null || correct == null || sequence == null || gradedBy == null || recordedAt == null) {
            return null;
        }
        return new Session.Answered(score, correct, sequence, gradedBy, recordedAt);
    }
}
