package dev.weakspot.testbed.broken.two;

import dev.weakspot.testbed.broken.one.EverythingHelper;

/** Closes a cycle between two features. */
public record Two(EverythingHelper one) {}
