package dev.weakspot.catalog.bank;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;

/** Why something in the bank cannot be published, in words its author can act on. */
@Serdeable
record Defect(@JsonUnwrapped Place place, String reason) {

    /** {@code question-bank/forms.yaml:41: question 3 (form-vs-modelform): no choice is correct}. */
    @Override
    public String toString() {
        return place + ": " + reason;
    }
}
