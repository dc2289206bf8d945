package dev.weakspot.catalog.topic;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** The body of a request describes another topic than its address. */
final class SlugMismatch extends Refusal {

    SlugMismatch(TopicSlug address, TopicSlug body) {
        super(
                HttpStatus.BAD_REQUEST,
                "slug-mismatch",
                "Address and body name different topics",
                "The address says " + address + ", the body says " + body + ".");
    }
}
