package dev.weakspot.bench.load;

import java.nio.charset.StandardCharsets;

/** Requests as they go over the wire. */
public final class Request {

    private Request() {}

    /** By nobody in particular. */
    public static byte[] get(String path) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    public static byte[] get(String path, String token) {
        return bytes(head("GET", path, token) + "\r\n");
    }

    public static byte[] post(String path, String token, String json) {
        return bytes(head("POST", path, token) + "Content-Type: application/json\r\nContent-Length: " + json.length()
                + "\r\n\r\n" + json);
    }

    private static String head(String method, String path, String token) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n";
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
