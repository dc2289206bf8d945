/** What can be learnt, and what should be learnt before it. A topic knows nothing about its questions. */
@NullMarked
package dev.weakspot.catalog.topic;

import org.jspecify.annotations.NullMarked;
