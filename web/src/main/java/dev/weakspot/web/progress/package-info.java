/** How a learner comes along: what is known of them over time, when they practised, and how well they know what they know. */
@NullMarked
package dev.weakspot.web.progress;

import org.jspecify.annotations.NullMarked;
