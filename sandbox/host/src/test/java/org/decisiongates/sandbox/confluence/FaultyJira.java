package org.decisiongates.sandbox.confluence;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A server on the loopback that speaks to its sockets directly, so that it can do what no web server would. */
final class FaultyJira implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong written = new AtomicLong();
    private volatile Fault fault = (out, socket) -> {
    };

    /** What it does once it has read a request. */
    interface Fault {
        void to(OutputStream out, Socket socket) throws IOException, InterruptedException;
    }

    FaultyJira() throws IOException {
        daemon(() -> {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            }
        });
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + "/" + path;
    }

    /** From now on; forgets what it was asked before. */
    void does(Fault next) {
        fault = next;
        requests.clear();
        written.set(0);
    }

    /** Lets go of whoever it keeps. */
    void letsGo() {
        open.forEach(FaultyJira::close);
    }

    /** The first line of each request. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Bytes it got rid of. */
    long written() {
        return written.get();
    }

    static Fault says(String status, String headers, String body) {
        return (out, socket) -> out
                .write(("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                        + "\r\nConnection: close\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    static Fault json(String body) {
        return says("200 OK", "Content-Type: application/json\r\n", body);
    }

    /** Sends {@code head}, then {@code piece} again and again until nobody listens. */
    static Fault endless(String head, byte[] piece, long pauseMillis) {
        return (out, socket) -> {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            while (!socket.isClosed()) {
                out.write(piece);
                out.flush();
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
        };
    }

    /** Sends {@code head} and then nothing, for as long as somebody waits. */
    static Fault silence(String head) {
        return (out, socket) -> {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            while (!socket.isClosed() && socket.getInputStream().read() >= 0) {
                // the other side says nothing more, and goes
            }
        };
    }

    @Override
    public void close() throws IOException {
        server.close();
        letsGo();
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        try (socket) {
            readRequest(socket.getInputStream());
            OutputStream out = new FilterOutputStream(socket.getOutputStream()) {

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                    written.addAndGet(length);
                }
            };
            fault.to(out, socket);
            out.flush();
        } finally {
            open.remove(socket);
        }
    }

    private void readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0 && head.indexOf("\r\n\r\n") < 0; next = head.indexOf("\r\n\r\n") < 0 ? in.read() : -1) {
            head.append((char) next);
        }
        requests.add(head.substring(0, Math.max(0, head.indexOf("\r\n"))));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void daemon(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (IOException e) {
                // the other side has gone, or the test is over
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "faulty-jira");
        thread.setDaemon(true);
        thread.start();
    }

    /** Something that ends when its socket does. */
    private interface Step {
        void run() throws IOException, InterruptedException;
    }
}
