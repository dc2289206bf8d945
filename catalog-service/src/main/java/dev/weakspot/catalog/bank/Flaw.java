package dev.weakspot.catalog.bank;

/** What sort of thing is wrong where something cannot be published. */
enum Flaw {
    UNREADABLE("unreadable"),
    MISSING("missing-field"),
    TAKEN("duplicate-id"),
    CYCLE("prerequisite-cycle");

    private final String check;

    Flaw(String check) {
        this.check = check;
    }

    /** The doctor's word for it. */
    String check() {
        return check;
    }
}
