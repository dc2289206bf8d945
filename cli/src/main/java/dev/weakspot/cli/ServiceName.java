package dev.weakspot.cli;

/** The services, in the order in which we speak of them. */
public enum ServiceName {
    CATALOG("catalog"),
    PRACTICE("practice"),
    RECOMMENDATION("recommendation");

    private final String word;

    ServiceName(String word) {
        this.word = word;
    }

    String mainClass() {
        return "dev.weakspot." + word + ".Application";
    }

    @Override
    public String toString() {
        return word;
    }
}
