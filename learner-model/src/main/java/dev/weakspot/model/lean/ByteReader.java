package dev.weakspot.model.lean;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {

    private final ByteBuffer bytes;

    ByteReader(byte[] source) {
        bytes = ByteBuffer.wrap(source);
    }

    int readByte() {
        return bytes.get();
    }

    int readInt() {
        return bytes.getInt();
    }

    long readLong() {
        return bytes.getLong();
    }

    float readFloat() {
        return bytes.getFloat();
    }

    double readDouble() {
        return bytes.getDouble();
    }

    long readCount() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes.get();
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    int readSmallCount() {
        return Math.toIntExact(readCount());
    }

    long readSigned() {
        return unzigzag(readCount());
    }

    static long unzigzag(long count) {
        return (count >>> 1) ^ -(count & 1);
    }

    String readText() {
        byte[] encoded = new byte[readSmallCount()];
        bytes.get(encoded);
        return new String(encoded, StandardCharsets.UTF_8);
    }

    boolean isAtEnd() {
        return !bytes.hasRemaining();
    }
}
