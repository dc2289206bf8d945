package dev.weakspot.problem;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What {@link StorableText} promises. */
@Singleton
final class StorableTextValidator implements ConstraintValidator<StorableText, String> {

    @Override
    public boolean isValid(
            @Nullable String text, AnnotationValue<StorableText> promise, ConstraintValidatorContext context) {
        return text == null || text.codePoints().noneMatch(StorableTextValidator::isUnstorable);
    }

    /** {@link String#codePoints} joins surrogates that belong together, so one that is left is alone. */
    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
