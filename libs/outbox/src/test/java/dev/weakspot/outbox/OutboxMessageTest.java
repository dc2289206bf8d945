package dev.weakspot.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutboxMessageTest {

    private static final CloudEvent MOVED = new CloudEvent(
            "a77e3970-0000-4000-8000-000000000001",
            "dev.weakspot.test.moved",
            "/weakspot/test",
            Instant.parse("2026-03-01T18:30:00.125Z"));

    @Test
    void anEventCarriesTheCloudEventAttributesAndItsContentType() {
        var event = new OutboxMessage.Event("topic", "ada", MOVED, "{}");

        assertThat(event.headers())
                .containsExactly(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", "a77e3970-0000-4000-8000-000000000001"),
                        entry("ce_type", "dev.weakspot.test.moved"),
                        entry("ce_source", "/weakspot/test"),
                        entry("ce_time", "2026-03-01T18:30:00.125Z"),
                        entry("content-type", "application/json"));
    }

    @Test
    void aTombstoneHasNoContentAndSoNoContentType() {
        var tombstone = new OutboxMessage.Tombstone("topic", "ada", MOVED);

        assertThat(tombstone.headers()).isEqualTo(MOVED.headers()).doesNotContainKey("content-type");
    }

    @Test
    void aMessageWithoutAKeyCannotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OutboxMessage.Tombstone("topic", " ", MOVED));
    }

    @Test
    void anEventWithoutAValueCannotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OutboxMessage.Event("topic", "ada", MOVED, ""));
    }
}
