package dev.weakspot.catalog.question;

import dev.weakspot.catalog.topic.TopicSlug;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weights as a JSON object with a field for each topic. */
@Singleton
final class WeightsBySlug implements Serde<TopicWeights> {

    @Override
    public void serialize(
            Encoder encoder, EncoderContext context, Argument<? extends TopicWeights> type, TopicWeights weights)
            throws IOException {
        try (Encoder object = encoder.encodeObject(type)) {
            for (Map.Entry<TopicSlug, Double> weight : weights.partial().entrySet()) {
                object.encodeKey(weight.getKey().value());
                object.encodeDouble(weight.getValue());
            }
        }
    }

    @Override
    public TopicWeights deserialize(Decoder decoder, DecoderContext context, Argument<? super TopicWeights> type)
            throws IOException {
        Map<TopicSlug, Double> weights = new LinkedHashMap<>();
        try (Decoder object = decoder.decodeObject(type)) {
            for (@Nullable String slug = object.decodeKey(); slug != null; slug = object.decodeKey()) {
                weights.put(TopicSlug.of(slug), object.decodeDouble());
            }
        }
        return new TopicWeights(weights);
    }

    @Override
    public boolean isEmpty(EncoderContext context, @Nullable TopicWeights weights) {
        return weights == null || weights.partial().isEmpty();
    }

    // A field left out: every topic counts fully.
    @Override
    public TopicWeights getDefaultValue(DecoderContext context, Argument<? super TopicWeights> type) {
        return TopicWeights.FULL;
    }
}
