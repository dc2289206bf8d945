/** Compares models on recorded answers: who predicts best, and who finds the weak topics. Reads no files and no clock. */
@NullMarked
package dev.weakspot.model.evaluation;

import org.jspecify.annotations.NullMarked;
