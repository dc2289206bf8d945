@NullMarked
package dev.weakspot.catalog.question;

import org.jspecify.annotations.NullMarked;
