@NullMarked
package dev.weakspot.recommendation.goal;

import org.jspecify.annotations.NullMarked;
