/**
 * LEAN, the model that learns from each attempt as it comes: five small predictors and a stack that weighs them. Memory of one
 * learner, parameters common to all, and the bytes of both; no batch, no clock, no chance ever lives here.
 */
@NullMarked
package dev.weakspot.model.lean;

import org.jspecify.annotations.NullMarked;
