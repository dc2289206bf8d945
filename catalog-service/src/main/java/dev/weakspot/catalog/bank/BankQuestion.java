package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.question.Question;
import dev.weakspot.catalog.question.QuestionId;

/** A question as it stands in a file. */
record BankQuestion(Place place, QuestionId id, int version, Question question) {}
