@NullMarked
package dev.weakspot.recommendation.attempt;

import org.jspecify.annotations.NullMarked;
