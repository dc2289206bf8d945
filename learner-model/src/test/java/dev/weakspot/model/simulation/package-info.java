@NullMarked
package dev.weakspot.model.simulation;

import org.jspecify.annotations.NullMarked;
