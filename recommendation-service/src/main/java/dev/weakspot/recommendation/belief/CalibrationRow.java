package dev.weakspot.recommendation.belief;

import dev.weakspot.model.bayes.Gaussian;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** What is known of a question, a topic or, in the one row of kind bias, of everything. As stored. */
@MappedEntity("calibration")
record CalibrationRow(@Id String kind, @Id String id, double mean, double variance, long version) {

    static final String BIAS = "bias";
    static final String TOPIC = "topic";
    static final String QUESTION = "question";

    static CalibrationRow of(String kind, String id, Gaussian gaussian, long version) {
        return new CalibrationRow(kind, id, gaussian.mean(), gaussian.variance(), version);
    }

    Gaussian gaussian() {
        return new Gaussian(mean, variance);
    }
}
