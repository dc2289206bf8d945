package dev.weakspot.catalog.bank;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;

/** Why something in the bank cannot be published, in words its author can act on. */
@Serdeable
record Defect(
        @JsonUnwrapped Place place,
        String reason,
        @JsonIgnore Flaw flaw) {

    Defect(Place place, String reason) {
        this(place, reason, Flaw.UNREADABLE);
    }

    static Defect of(Place place, Misreading misreading) {
        return new Defect(place.at(misreading.line()), misreading.reason(), misreading.flaw());
    }

    /** {@code question-bank/forms.yaml:41: question 3 (form-vs-modelform): no choice is correct}. */
    @Override
    public String toString() {
        return place + ": " + reason;
    }
}
