package dev.weakspot.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A connection to a service of this machine that sends bytes as they are, also those that no well-behaved client would
 * send. It is opened again when the other side has closed it. For one thread.
 */
final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int port;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();
    private String previous = "";
    private String latest = "";

    Wire(int port) {
        this.port = port;
    }

    /** What came back. Names of headers are in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        boolean isSuccess() {
            return status >= 200 && status < 400;
        }
    }

    /** Sends a request and reads its answer, which for HEAD has no body. */
    Answer send(String method, byte[] request) throws IOException {
        previous = latest;
        latest = new String(request, 0, Math.min(request.length, 4_000), StandardCharsets.ISO_8859_1);
        boolean reused = socket.isConnected() && !socket.isClosed();
        try {
            return exchange(method, request);
        } catch (EOFException e) {
            close();
            if (!reused) {
                throw e;
            }
            // The other side closed the connection after the answer before: no fault of this request.
            return exchange(method, request);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** How the request before the latest one began. */
    String previous() {
        return previous;
    }

    private Answer exchange(String method, byte[] request) throws IOException {
        if (!socket.isConnected() || socket.isClosed()) {
            socket = new Socket();
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        try {
            socket.getOutputStream().write(request);
        } catch (IOException e) {
            // Refused while it was being sent: the reason may be here all the same.
        }
        Answer answer = read(method);
        while (answer.status() < 200) {
            answer = read(method);
        }
        if (answer.header("connection").equalsIgnoreCase("close")) {
            close();
        }
        return answer;
    }

    private Answer read(String method) throws IOException {
        String[] line = line().split(" ", 3);
        int status = Integer.parseInt(line[1]);
        Map<String, String> headers = new HashMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        if (line[0].equals("HTTP/1.0")) {
            headers.putIfAbsent("connection", "close");
        }
        boolean bodiless = method.equals("HEAD") || status < 200 || status == 204 || status == 304;
        return new Answer(status, headers, bodiless ? "" : new String(body(headers), StandardCharsets.UTF_8));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            var whole = new ByteArrayOutputStream();
            for (int size = chunkSize(); size > 0; size = chunkSize()) {
                whole.write(exactly(size));
                line();
            }
            line();
            return whole.toByteArray();
        }
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : exactly(Integer.parseInt(length));
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer ends before its end");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("No answer");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
