package dev.weakspot.web;

/** A class of another service. */
public record Stranger() {}
