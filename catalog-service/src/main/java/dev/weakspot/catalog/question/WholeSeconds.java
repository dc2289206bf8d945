package dev.weakspot.catalog.question;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;

/** A duration as JSON writes it where the field's name says the unit. */
@Singleton
final class WholeSeconds implements Serde<Duration> {

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Duration> type, Duration value)
            throws IOException {
        encoder.encodeLong(value.toSeconds());
    }

    @Override
    public Duration deserialize(Decoder decoder, DecoderContext context, Argument<? super Duration> type)
            throws IOException {
        return Duration.ofSeconds(decoder.decodeLong());
    }

    // A field left out becomes zero, which its owner refuses by name.
    @Override
    public Duration getDefaultValue(DecoderContext context, Argument<? super Duration> type) {
        return Duration.ZERO;
    }
}
