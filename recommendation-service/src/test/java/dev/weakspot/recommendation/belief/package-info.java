@NullMarked
package dev.weakspot.recommendation.belief;

import org.jspecify.annotations.NullMarked;
