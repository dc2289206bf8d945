package dev.weakspot.catalog.question;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads a level from an address. */
@Singleton
final class LevelConverter implements TypeConverter<CharSequence, Level> {

    @Override
    public Optional<Level> convert(CharSequence text, Class<Level> type, ConversionContext context) {
        try {
            return Optional.of(Level.of(text.toString()));
        } catch (IllegalArgumentException e) {
            context.reject(text, e);
            return Optional.empty();
        }
    }
}
