package dev.weakspot.model.evaluation;

/** Something that predicts answers and learns from them. Knows of an answer's score only after it has predicted it. */
interface Contender {

    /** Learns from the answer whatever there is to learn. Returns the success that was expected. */
    double learn(Answer answer);

    /** Learns from the answer about its learner only. Returns the success that was expected. */
    double follow(Answer answer);
}
