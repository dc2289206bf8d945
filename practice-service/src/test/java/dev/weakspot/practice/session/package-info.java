@NullMarked
package dev.weakspot.practice.session;

import org.jspecify.annotations.NullMarked;
