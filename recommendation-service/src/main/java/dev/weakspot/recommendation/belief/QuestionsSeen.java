package dev.weakspot.recommendation.belief;

import dev.weakspot.recommendation.database.Rows;
import dev.weakspot.recommendation.database.Rows.ColumnType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Which questions learners have answered. Some have answered thousands: this reads them faster than a repository would. */
@Singleton
class QuestionsSeen {

    private static final String FIND = "select * from question_seen where learner_id = any (?)";

    private final Rows rows;

    QuestionsSeen(Rows rows) {
        this.rows = rows;
    }

    /** Joins its caller's transaction. */
    List<QuestionSeen> of(UUID learner) {
        return rows.of(List.of(learner)).column(ColumnType.UUID, id -> id).read(FIND, QuestionSeen.ROW);
    }
}
