package dev.weakspot.model.lean;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers one after another, big-endian; small whole numbers take few bytes. */
final class ByteWriter {

    private static final int LARGEST_NUMBER = 10;

    private ByteBuffer bytes;

    /** @param expected how many bytes it may become; it may become more */
    ByteWriter(int expected) {
        bytes = ByteBuffer.allocate(expected);
    }

    void writeByte(int value) {
        room(1).put((byte) value);
    }

    void writeInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void writeLong(long value) {
        room(Long.BYTES).putLong(value);
    }

    void writeFloat(float value) {
        room(Float.BYTES).putFloat(value);
    }

    void writeDouble(double value) {
        room(Double.BYTES).putDouble(value);
    }

    /** Seven bits in a byte, the lowest first; the eighth bit says that more follow. */
    void writeCount(long value) {
        ByteBuffer target = room(LARGEST_NUMBER);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            target.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        target.put((byte) rest);
    }

    void writeSigned(long value) {
        writeCount(zigzag(value));
    }

    /** The sign in the lowest bit: small negative numbers become small counts. */
    static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    void writeText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        writeCount(encoded.length);
        room(encoded.length).put(encoded);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private ByteBuffer room(int size) {
        if (bytes.remaining() < size) {
            ByteBuffer larger = ByteBuffer.allocate(2 * (bytes.capacity() + size));
            larger.put(bytes.flip());
            bytes = larger;
        }
        return bytes;
    }
}
