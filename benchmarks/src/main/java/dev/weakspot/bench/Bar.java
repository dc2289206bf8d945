package dev.weakspot.bench;

/** What a figure is held against. */
sealed interface Bar {

    /** Whether it is good enough. */
    boolean isMetBy(double value);

    /** The more, the better. */
    record AtLeast(double floor, double goal) implements Bar {
        @Override
        public boolean isMetBy(double value) {
            return value >= floor;
        }
    }

    /** The less, the better. */
    record AtMost(double floor, double goal) implements Bar {
        @Override
        public boolean isMetBy(double value) {
            return value <= floor;
        }
    }

    /** The less, the better; to miss it is no failure. */
    record WishedAtMost(double goal) implements Bar {
        @Override
        public boolean isMetBy(double value) {
            return true;
        }
    }

    /** It is only told: it depends on the machine, or explains another figure. */
    record None() implements Bar {
        @Override
        public boolean isMetBy(double value) {
            return true;
        }
    }
}
