/** What a learner's attempts add up to: days of practice, and how well they judge themselves. Nothing is changed here. */
@NullMarked
package dev.weakspot.practice.history;

import org.jspecify.annotations.NullMarked;
