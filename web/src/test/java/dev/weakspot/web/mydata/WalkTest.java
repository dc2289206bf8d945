package dev.weakspot.web.mydata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WalkTest {

    /** Three pages of one item each, and which of them were asked for. */
    private static final class ThreePages implements Walk.Service {

        private final List<String> asked = new ArrayList<>();

        @Override
        public JsonNode page(@Nullable String cursor) {
            String name = cursor == null ? "first" : cursor;
            asked.add(name);
            return switch (name) {
                case "first" -> page("a", "second");
                case "second" -> page("b", "third");
                case "third" -> page("c", null);
                default -> throw new IllegalArgumentException(name);
            };
        }

        private static JsonNode page(String item, @Nullable String next) {
            JsonNode items = JsonNode.createArrayNode(List.of(JsonNode.createStringNode(item)));
            return next == null
                    ? JsonNode.createObjectNode(Map.of("items", items))
                    : JsonNode.createObjectNode(Map.of("items", items, "next_cursor", JsonNode.createStringNode(next)));
        }
    }

    @Test
    void allPagesComeInOrder() {
        assertThat(new Walk(new ThreePages()).pages().toList())
                .extracting(page -> page.items().getFirst().getStringValue(), Walk.Page::first)
                .containsExactly(tuple("a", true), tuple("b", false), tuple("c", false));
    }

    @Test
    void aPageIsAskedForWhenItIsWantedAndNotBefore() {
        var service = new ThreePages();

        Iterator<Walk.Page> pages = new Walk(service).pages().iterator();
        pages.next();

        assertThat(service.asked).containsExactly("first");
    }

    @Test
    void behindTheLastPageThereIsNothing() {
        var walk = new Walk(new ThreePages());
        walk.forEachRemaining(_ -> {});

        assertThat(walk.hasNext()).isFalse();
        assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void anEmptyListIsOneEmptyPage() {
        JsonNode empty = JsonNode.createObjectNode(Map.of("items", JsonNode.createArrayNode(List.of())));

        assertThat(new Walk(_ -> empty).pages()).containsExactly(new Walk.Page(List.of(), true));
    }

    @Test
    void aServiceWithoutSuchAListIsNotAnEmptyList() {
        assertThatThrownBy(() -> new Walk(_ -> null)).isInstanceOf(HttpStatusException.class);
        assertThatThrownBy(() -> new Walk(_ -> JsonNode.createObjectNode(Map.of())))
                .isInstanceOf(HttpStatusException.class);
    }
}
