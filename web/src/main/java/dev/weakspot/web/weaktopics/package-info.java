/** What a learner is weakest at, why, and what they have not tried yet. */
@NullMarked
package dev.weakspot.web.weaktopics;

import org.jspecify.annotations.NullMarked;
