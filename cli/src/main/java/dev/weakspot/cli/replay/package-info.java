/**
 * Sends a data set of learner responses through a running system, over its own APIs as any client would. Nothing here
 * starts or reaches into a service.
 */
@NullMarked
package dev.weakspot.cli.replay;

import org.jspecify.annotations.NullMarked;
