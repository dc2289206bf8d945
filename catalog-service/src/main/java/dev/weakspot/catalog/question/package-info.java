/**
 * Questions, their answer keys and their published versions. How an answer is graded is the practice service's
 * knowledge, how a question is written down in a file is the bank's.
 */
@NullMarked
package dev.weakspot.catalog.question;

import org.jspecify.annotations.NullMarked;
