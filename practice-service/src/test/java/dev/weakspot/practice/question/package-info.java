@NullMarked
package dev.weakspot.practice.question;

import org.jspecify.annotations.NullMarked;
