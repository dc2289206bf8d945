package dev.weakspot.model.evaluation;

/** A count of answers with their scores. */
final class Tally {

    private double score;
    private int answers;

    void add(double newScore) {
        score += newScore;
        answers++;
    }

    double score() {
        return score;
    }

    double failures() {
        return answers - score;
    }

    int answers() {
        return answers;
    }

    /** The mean score, as if {@code prior} answers more had scored {@code expected}. */
    double mean(double expected, double prior) {
        return (score + prior * expected) / (answers + prior);
    }
}
