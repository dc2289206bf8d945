/**
 * Being ready on a day: what success to expect then, and what to do until then. Works on estimates and knows neither the model
 * that made them nor single questions.
 */
@NullMarked
package dev.weakspot.model.goal;

import org.jspecify.annotations.NullMarked;
