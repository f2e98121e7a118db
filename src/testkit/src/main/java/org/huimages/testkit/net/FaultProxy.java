package org.huimages.testkit.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A line to a server (HTTP/1.1, no TLS, no pipelining) that can be disturbed, for each request anew, and cut.
public final class FaultProxy implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final InetSocketAddress server;
    private final int port;
    private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();
    private final Queue<Fault> next = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Fault usual = new Fault.None();
    private volatile ServerSocket listener;

    private FaultProxy(InetSocketAddress server) throws IOException {
        this.server = server;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    /// Listens on a free port of 127.0.0.1.
    public static FaultProxy before(URI server) {
        try {
            return new FaultProxy(new InetSocketAddress(server.getHost(), server.getPort()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ServerSocket listen(int wanted) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
        Thread.ofVirtual().start(() -> accept(socket));
        return socket;
    }

    private void accept(ServerSocket socket) {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> connect(client));
            }
        } catch (IOException closed) {
            // the line is down
        }
    }

    private void connect(Socket client) {
        try (Exchange exchange = new Exchange(client, new Socket(server.getAddress(), server.getPort()), this::begin)) {
            exchanges.add(exchange);
            exchange.run();
            exchanges.remove(exchange);
        } catch (IOException serverIsGone) {
            Exchange.end(client);
        }
    }

    private Fault begin() {
        requests.incrementAndGet();
        Fault first = next.poll();
        return first == null ? usual : first;
    }

    /// Where to find the server now.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// What happens to each request from now on.
    public void always(Fault fault) {
        usual = fault;
    }

    /// What happens to the next requests, one each; then the usual.
    public void next(Fault... faults) {
        next.addAll(Stream.of(faults).toList());
    }

    /// How many requests have come so far, those that came to nothing too.
    public int requests() {
        return requests.get();
    }

    /// From now on connections are refused; those that are there are cut.
    public void down() {
        try {
            listener.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        exchanges.forEach(Exchange::close);
    }

    public void up() {
        try {
            listener = listen(port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        down();
    }
}
