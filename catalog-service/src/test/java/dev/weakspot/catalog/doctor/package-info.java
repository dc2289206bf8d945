@NullMarked
package dev.weakspot.catalog.doctor;

import org.jspecify.annotations.NullMarked;
