package dev.weakspot.cli;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine; Playwright brings none. Tests that need one are skipped where there is none, and say so. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Path ON_A_MAC = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    /** As root, as in a container, Chromium has no sandbox; the rest keeps it from calling its maker. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final Locale before;

    private Chromium(Playwright playwright, Browser browser, Locale before) {
        this.playwright = playwright;
        this.browser = browser;
        this.before = before;
    }

    static Chromium start() {
        Optional<Path> executable = find();
        boolean isRequired = "required".equals(System.getenv("WEAKSPOT_BROWSER"));
        if (executable.isEmpty() && !isRequired) {
            System.err.println(
                    "NO BROWSER: the pages are not tested. Install Chromium, or name one in WEAKSPOT_CHROMIUM.");
        }
        Assumptions.assumeTrue(executable.isPresent() || isRequired, "No Chromium on this machine");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options =
                new LaunchOptions().setExecutablePath(executable.orElseThrow()).setArgs(ARGUMENTS);
        // Playwright writes roles in small letters by the rules of the machine's language: in Turkish no HEADING is
        // found.
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        return new Chromium(playwright, playwright.chromium().launch(options), before);
    }

    private static Optional<Path> find() {
        Stream<Path> named =
                Stream.ofNullable(System.getenv("WEAKSPOT_CHROMIUM")).map(Path::of);
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.of(named, onPath, Stream.of(ON_A_MAC))
                .flatMap(paths -> paths)
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
        Locale.setDefault(before);
    }
}
