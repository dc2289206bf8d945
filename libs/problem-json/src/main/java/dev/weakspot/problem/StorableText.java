package dev.weakspot.problem;

import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that PostgreSQL can keep: without NUL and without halves of characters. Every free text of a request wears it,
 * because one that does not would fail the transaction of everybody who shares it.
 */
@Documented
// A pattern sees surrogates that belong together as one character, so those it finds are alone.
@Pattern(regexp = "[^\\x00\\ud800-\\udfff]*+", message = "must not contain NUL characters or lone surrogates") @Target({ElementType.TYPE_USE, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface StorableText {}
