package dev.weakspot.catalog.bank;

/** A file of the bank: what authors call it, and its text. */
record Source(String name, String text) {}
