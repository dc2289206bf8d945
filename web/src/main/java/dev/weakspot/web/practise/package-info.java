/** Working through a set of questions, one at a time. */
@NullMarked
package dev.weakspot.web.practise;

import org.jspecify.annotations.NullMarked;
