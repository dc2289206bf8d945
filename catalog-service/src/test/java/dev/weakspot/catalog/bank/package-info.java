@NullMarked
package dev.weakspot.catalog.bank;

import org.jspecify.annotations.NullMarked;
