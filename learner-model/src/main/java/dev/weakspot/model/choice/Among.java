package dev.weakspot.model.choice;

/**
 * The questions that one was chosen among.
 *
 * @param questions how many were compared, the chosen one counted
 * @param isOfWantedLevel whether all are of levels that the learner chose
 */
public record Among(Group group, int questions, boolean isOfWantedLevel) {

    /** What questions have in common that are compared; those with more rights to be suggested first. */
    public enum Group {
        NEW("new question on it", "new questions on it"),
        FAILED("question on it that you did not get right", "questions on it that you did not get right"),
        RIGHT("question on it that you got right", "questions on it that you got right"),
        DUE("question that is due", "questions that are due");

        private final String one;
        private final String many;

        Group(String one, String many) {
            this.one = one;
            this.many = many;
        }

        /** That of a question among those of its topic. */
        static Group of(PastTries past) {
            if (past.isNone()) {
                return NEW;
            }
            return past.isFailedLast() ? FAILED : RIGHT;
        }
    }

    public Among {
        if (questions < 1) {
            throw new IllegalArgumentException("What was chosen was there to choose.");
        }
    }

    /** What the comparison found, as half a sentence. */
    String phrase(String verdict) {
        String level = isOfWantedLevel ? " of a level that you chose" : "";
        return questions == 1
                ? "it is the only %s%s to choose from".formatted(group.one, level)
                : "we compared %d %s%s, and this one %s".formatted(questions, group.many, level, verdict);
    }
}
