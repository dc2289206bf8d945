package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A topic of the question bank; prerequisites are slugs of other topics. */
@Serdeable
public record Topic(String slug, String title, String group, List<String> prerequisites) {

    @Serdeable
    record All(List<Topic> items) {}
}
