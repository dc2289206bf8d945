/** What the house rules must refuse. */
@NullMarked
package dev.weakspot.testbed.broken.one;

import org.jspecify.annotations.NullMarked;
