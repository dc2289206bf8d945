@NullMarked
package dev.weakspot.model.evaluation;

import org.jspecify.annotations.NullMarked;
