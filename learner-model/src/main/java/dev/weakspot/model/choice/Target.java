package dev.weakspot.model.choice;

/** The success to aim for: near it lies the predicted success of what is chosen. */
public sealed interface Target {

    /** The learner has no wish: what serves each purpose best. */
    static Target usual() {
        return new Usual();
    }

    /** The chance of success at which the learner likes to practise, whatever the purpose. */
    static Target of(double success) {
        return new Chosen(success);
    }

    /** For a newcomer's first questions on each topic. */
    double toBegin();

    /** For every topic but the three weakest, and for the first question on one. */
    double toFindOut();

    /** For the three weakest topics, and for reviews. */
    double toTrain();

    /** What serves each purpose best. */
    record Usual() implements Target {

        /** Nothing is too easy. */
        static final double EASIEST = 1;

        /** Tells most about the learner. */
        private static final double A_TOSS_UP = .5;

        /** Hard enough to learn from, easy enough not to give up. */
        private static final double A_CHALLENGE = .6;

        @Override
        public double toBegin() {
            return EASIEST;
        }

        @Override
        public double toFindOut() {
            return A_TOSS_UP;
        }

        @Override
        public double toTrain() {
            return A_CHALLENGE;
        }
    }

    /** What the learner chose. */
    record Chosen(double success) implements Target {

        private static final double HARDEST = .3;
        private static final double EASIEST = .9;

        public Chosen {
            if (!(success >= HARDEST && success <= EASIEST)) {
                throw new IllegalArgumentException("A success to aim for lies between %s and %s, and this is %s."
                        .formatted(HARDEST, EASIEST, success));
            }
        }

        @Override
        public double toBegin() {
            return success;
        }

        @Override
        public double toFindOut() {
            return success;
        }

        @Override
        public double toTrain() {
            return success;
        }
    }
}
