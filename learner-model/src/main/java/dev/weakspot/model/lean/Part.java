package dev.weakspot.model.lean;

/**
 * One way of predicting. Belongs to one thread: what {@link #predict} finds out, the other two use, and they are called right
 * after it, {@link #train} first.
 */
interface Part {

    /** The logit of success. Changes no memory and no parameter. */
    double predict(Moment moment);

    /** Moves what is believed of all learners. */
    void train(Moment moment, double score);

    /** Moves what is believed of this learner. */
    void follow(Moment moment, double score);
}
