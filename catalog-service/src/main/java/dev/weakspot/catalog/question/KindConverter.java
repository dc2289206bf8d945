package dev.weakspot.catalog.question;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads a kind from an address. */
@Singleton
final class KindConverter implements TypeConverter<CharSequence, Kind> {

    @Override
    public Optional<Kind> convert(CharSequence text, Class<Kind> type, ConversionContext context) {
        try {
            return Optional.of(Kind.of(text.toString()));
        } catch (IllegalArgumentException e) {
            context.reject(text, e);
            return Optional.empty();
        }
    }
}
