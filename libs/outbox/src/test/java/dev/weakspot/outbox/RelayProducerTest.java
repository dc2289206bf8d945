package dev.weakspot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With Kafka's own fake, because a broker does not fail on request. */
class RelayProducerTest {

    private static final Instant APPENDED_AT = Instant.parse("2026-03-01T18:30:00Z");

    private final MockProducer<String, @Nullable String> kafka =
            new MockProducer<>(false, null, new StringSerializer(), new StringSerializer());
    private final RelayProducer producer = new RelayProducer(kafka);

    @Test
    void whatIsAcknowledgedIsToldApartFromWhatIsRefused() throws Exception {
        Delivery delivery = producer.send(rows(1, 2, 3));

        kafka.completeNext();
        kafka.errorNext(new RecordTooLargeException());
        kafka.completeNext();

        assertThat(delivery.isSettledWithin(Duration.ZERO)).isTrue();
        assertThat(delivery.acknowledged()).containsExactly(1L, 3L);
        assertThat(delivery.refused()).containsOnlyKeys(2L);
        assertThat(delivery.failure()).isEmpty();
    }

    @Test
    void aRefusalStopsNothing() {
        producer.send(rows(1));

        kafka.errorNext(new RecordTooLargeException());

        assertThat(producer.isStopped()).isFalse();
    }

    /** What is behind it would overtake it. */
    @Test
    void anyOtherFailureStopsTheProducerAtOnce() {
        Delivery delivery = producer.send(rows(1, 2));

        kafka.errorNext(new UnknownServerException());

        assertThat(kafka.closed()).isTrue();
        assertThat(producer.isStopped()).isTrue();
        assertThat(delivery.failure()).containsInstanceOf(UnknownServerException.class);
    }

    @Test
    void nothingIsSentBehindARecordThatCouldNotBeQueued() throws Exception {
        kafka.sendException = new TimeoutException("no metadata");

        Delivery delivery = producer.send(rows(1, 2));

        assertThat(kafka.history()).isEmpty();
        assertThat(delivery.isSettledWithin(Duration.ZERO)).isTrue();
        assertThat(delivery.acknowledged()).isEmpty();
        assertThat(producer.isStopped()).isFalse();
    }

    @Test
    void aMessageBearsTheTimeOfItsCommit() {
        producer.send(rows(1));

        assertThat(kafka.history()).singleElement().satisfies(record -> assertThat(record.timestamp())
                .isEqualTo(APPENDED_AT.toEpochMilli()));
    }

    private static List<OutboxRow> rows(long... sequence) {
        return Arrays.stream(sequence)
                .mapToObj(seq -> new OutboxRow(seq, "topic", "key", Map.of(), "{}", APPENDED_AT))
                .toList();
    }
}
