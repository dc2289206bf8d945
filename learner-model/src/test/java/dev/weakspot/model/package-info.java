@NullMarked
package dev.weakspot.model;

import org.jspecify.annotations.NullMarked;
