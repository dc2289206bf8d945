package dev.weakspot.catalog.topic;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads a slug from an address. */
@Singleton
final class TopicSlugConverter implements TypeConverter<CharSequence, TopicSlug> {

    @Override
    public Optional<TopicSlug> convert(CharSequence text, Class<TopicSlug> type, ConversionContext context) {
        try {
            return Optional.of(TopicSlug.of(text.toString()));
        } catch (IllegalArgumentException e) {
            context.reject(text, e);
            return Optional.empty();
        }
    }
}
