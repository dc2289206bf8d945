@NullMarked
package dev.weakspot.recommendation.training;

import org.jspecify.annotations.NullMarked;
