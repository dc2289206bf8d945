package dev.weakspot.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path parent;

    @Test
    void oneThatIsNotThereIsFine() {
        Folders.delete(parent.resolve("nothing"));

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void twoMayDeleteTheSame() throws Exception {
        Path folder = parent.resolve("folder");
        for (int i = 0; i < 50; i++) {
            Path part = Files.createDirectories(folder.resolve("part-" + i));
            for (int j = 0; j < 40; j++) {
                Files.writeString(part.resolve("file-" + j), "content");
            }
        }

        List<CompletableFuture<Void>> deletions = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> Folders.delete(folder), task -> Thread.ofPlatform()
                                .start(task)))
                .limit(4)
                .toList();

        assertThat(deletions).allSatisfy(deletion -> assertThat(deletion).succeedsWithin(Duration.ofMinutes(1)));
        assertThat(folder).doesNotExist();
    }

    @Test
    void whereALinkLeadsIsLeftAlone() throws IOException {
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Path kept = Files.writeString(elsewhere.resolve("kept"), "content");
        Path folder = Files.createDirectory(parent.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("link"), elsewhere);

        Folders.delete(folder);

        assertThat(folder).doesNotExist();
        assertThat(kept).hasContent("content");
    }
}
