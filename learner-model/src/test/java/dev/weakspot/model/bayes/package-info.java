@NullMarked
package dev.weakspot.model.bayes;

import org.jspecify.annotations.NullMarked;
