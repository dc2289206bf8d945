/** How well the model does, for analysts and ops. */
@NullMarked
package dev.weakspot.recommendation.quality;

import org.jspecify.annotations.NullMarked;
