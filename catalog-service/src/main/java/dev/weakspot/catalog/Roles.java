package dev.weakspot.catalog;

/** Who may call: the roles a token can carry. */
public final class Roles {

    public static final String LEARNER = "learner";
    public static final String AUTHOR = "author";
    public static final String ANALYST = "analyst";

    private Roles() {}
}
