package dev.weakspot.web.mydata;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.json.tree.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a service's list, one page after the other. The first page is asked for at once, so that a service that is
 * away is known before anything is sent; each other one only when it is wanted.
 */
final class Walk implements Iterator<Walk.Page> {

    private final Service service;
    private @Nullable Page first;
    private @Nullable String cursor;

    Walk(Service service) {
        this.service = service;
        this.first = fetch(null);
    }

    /** Whoever has the list. */
    @FunctionalInterface
    interface Service {

        /** The page that begins at a cursor, or the first one; nothing when there is no such list. */
        @Nullable JsonNode page(@Nullable String cursor);
    }

    /**
     * Some items as the service keeps them.
     *
     * @param first whether none came before
     */
    record Page(List<JsonNode> items, boolean first) {}

    @Override
    public boolean hasNext() {
        return first != null || cursor != null;
    }

    @Override
    public Page next() {
        if (first != null) {
            Page page = first;
            first = null;
            return page;
        }
        if (cursor == null) {
            throw new NoSuchElementException();
        }
        return fetch(cursor);
    }

    /** The pages that are left, still each when it is wanted. */
    Stream<Page> pages() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false);
    }

    private Page fetch(@Nullable String from) {
        JsonNode page = service.page(from);
        JsonNode items = page == null ? null : page.get("items");
        if (page == null || items == null || !items.isArray()) {
            throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, "A service has no such list.");
        }
        JsonNode next = page.get("next_cursor");
        cursor = next == null || next.isNull() ? null : next.coerceStringValue();
        return new Page(
                StreamSupport.stream(items.values().spliterator(), false).toList(), from == null);
    }
}
