package dev.weakspot.catalog.question;

import io.swagger.v3.oas.annotations.media.Schema;

/** A question as one reader may see it: authors with the answer key, everybody else without. */
@Schema(oneOf = {QuestionVersion.class, QuestionWithoutKey.class})
public sealed interface ReadableQuestion permits QuestionVersion, QuestionWithoutKey {}
