package dev.weakspot.cli;

/** The services, in the order in which we speak of them. */
public enum ServiceName {
    CATALOG("catalog"),
    PRACTICE("practice"),
    RECOMMENDATION("recommendation"),
    WEB("web");

    private final String word;

    ServiceName(String word) {
        this.word = word;
    }

    /** The Maven module, which names the folder and the jar. */
    String module() {
        return this == WEB ? word : word + "-service";
    }

    String mainClass() {
        return "dev.weakspot." + word + ".Application";
    }

    @Override
    public String toString() {
        return word;
    }
}
