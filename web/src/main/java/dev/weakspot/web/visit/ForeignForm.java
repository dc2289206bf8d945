package dev.weakspot.web.visit;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;

/** A form that did not come from our pages, or from an older sign-in. */
public final class ForeignForm extends HttpStatusException {

    ForeignForm() {
        super(HttpStatus.FORBIDDEN, "This form is not from a page of this sign-in.");
    }
}
