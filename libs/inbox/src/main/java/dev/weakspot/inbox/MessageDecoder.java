package dev.weakspot.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Makes a message out of a record; a record without a value is a tombstone and the decoder's to name. Pure: it is called
 * outside of any transaction, and again for a record that comes again.
 */
@FunctionalInterface
public interface MessageDecoder<T> {

    /** What the record says, or the reason why nobody will ever know. Any other exception is a bug: the record is parked. */
    T decode(ConsumerRecord<byte[], byte[]> record) throws UnreadableMessage;
}
