package dev.weakspot.catalog.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weakspot.catalog.topic.TopicSlug;
import dev.weakspot.problem.StorableText;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * A question with everything its author wrote, the answer key included. Texts are Markdown.
 *
 * @param kind what it asks for
 * @param level who is expected to know the answer
 * @param difficulty the author's prior on the logit scale: 0 is middling, +2 is hard
 * @param expectedTime what a prepared learner needs
 * @param topics what it is about, the main topic first
 * @param topicWeights how much a further topic counts beside the main one, when that is less than fully: above 0, below 1
 * @param appliesTo versions of the subject it holds for, such as {@code >=4.2 <6.0}; empty for all
 * @param assesses what an interviewer learns from the answer
 * @param stem the question itself
 * @param hints from vague to nearly there
 * @param howToAnswer advice on answering such a question; may be empty
 * @param answer the answer key
 * @param explanation shown after the answer
 * @param sources where to read on
 * @param licence under which its texts may be used, an SPDX identifier
 * @param tags words to find it by
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Question(
        @NotNull Kind kind,
        @NotNull Level level,
        @DecimalMin("-4") @DecimalMax("4") double difficulty,

        @JsonProperty("expected_seconds")
        @Serdeable.Serializable(using = WholeSeconds.class)
        @Serdeable.Deserializable(using = WholeSeconds.class)
        @Schema(type = "integer")
        Duration expectedTime,

        @NotEmpty @Size(max = 10) List<TopicSlug> topics,

        @JsonProperty("topic_weights")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(type = "object", example = "{\"templates\": 0.5}")
        TopicWeights topicWeights,

        @JsonProperty("applies_to")
        @Bindable(defaultValue = "")
        @Pattern(
                regexp = "(>=" + Question.VERSION + "( <" + Question.VERSION + ")?)?",
                message = "must look like \">=4.2\" or \">=4.2 <6.0\"")
        String appliesTo,

        @NotBlank @Size(max = 1_000) @StorableText String assesses,
        @NotBlank @Size(max = 20_000) @StorableText String stem,
        @Size(max = 5) List<@NotBlank @Size(max = 2_000) @StorableText String> hints,

        @JsonProperty("how_to_answer")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Bindable(defaultValue = "")
        @Size(max = 4_000) @StorableText
        String howToAnswer,

        @NotNull @Valid AnswerKey answer,
        @NotBlank @Size(max = 20_000) @StorableText String explanation,
        @Size(max = 10) List<URI> sources,

        @Bindable(defaultValue = Question.BANKS_LICENCE)
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9.+-]{0,63}",
                message = "must be an SPDX identifier such as CC-BY-SA-4.0")
        String licence,

        @Size(max = 20) List<@NotBlank @Size(max = 60) @StorableText String> tags) {

    /** The licence of a question that names none: that of the bank we ship. */
    public static final String BANKS_LICENCE = "Apache-2.0";

    /** A version of the subject, as a regular expression: up to six parts, each of which fits into an {@code int}. */
    public static final String VERSION = "\\d{1,9}(\\.\\d{1,9}){0,5}";

    private static final Duration LONGEST = Duration.ofHours(1);

    public Question {
        topics = List.copyOf(topics);
        topicWeights = topicWeights.inOrderOf(topics.stream().skip(1).toList());
        hints = List.copyOf(hints);
        sources = List.copyOf(sources);
        tags = List.copyOf(tags);
        if (expectedTime.compareTo(Duration.ofSeconds(1)) < 0 || expectedTime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("expected_seconds must be from 1 to " + LONGEST.toSeconds());
        }
        if (new HashSet<>(topics).size() < topics.size()) {
            throw new IllegalArgumentException("a topic is named twice");
        }
        if (sources.stream().anyMatch(source -> !"https".equals(source.getScheme()))) {
            throw new IllegalArgumentException("a source must be an https address");
        }
    }
}
