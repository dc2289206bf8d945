/** What the house rules must refuse. */
@NullMarked
package dev.weakspot.testbed.broken.two;

import org.jspecify.annotations.NullMarked;
