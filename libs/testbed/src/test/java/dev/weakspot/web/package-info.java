/** What the house rules must refuse. */
@NullMarked
package dev.weakspot.web;

import org.jspecify.annotations.NullMarked;
