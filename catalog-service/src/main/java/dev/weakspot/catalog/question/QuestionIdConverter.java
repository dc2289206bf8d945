package dev.weakspot.catalog.question;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads a question's id from an address. */
@Singleton
final class QuestionIdConverter implements TypeConverter<CharSequence, QuestionId> {

    @Override
    public Optional<QuestionId> convert(CharSequence text, Class<QuestionId> type, ConversionContext context) {
        try {
            return Optional.of(QuestionId.of(text.toString()));
        } catch (IllegalArgumentException e) {
            context.reject(text, e);
            return Optional.empty();
        }
    }
}
