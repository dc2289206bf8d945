@NullMarked
package dev.weakspot.catalog.topic;

import org.jspecify.annotations.NullMarked;
