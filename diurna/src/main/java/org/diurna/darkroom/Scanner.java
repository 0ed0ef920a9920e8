package org.diurna.darkroom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Has files looked at by clamd before any decoder sees them, with its command INSTREAM (clamd(8), "COMMANDS"). The scanner
 * gets the bytes and never a path, so it needs no right to read the folder of masters. Whatever is not a clear word that a
 * file is clean is no such word. Safe to use from many threads.
 */
public final class Scanner {
    /** For one file: clamd itself gives up after two minutes. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final int CHUNK_BYTES = 1 << 16;
    private static final int ANSWER_MAX_BYTES = 1_000;
    private static final String CLEAN = "stream: OK";
    private static final String FOUND = " FOUND";

    private final SocketAddress address;
    private final Duration limit;

    /**
     * @param address of clamd: a Unix socket, or host and port
     */
    public Scanner(SocketAddress address) {
        this(address, LIMIT);
    }

    Scanner(SocketAddress address, Duration limit) {
        this.address = address;
        this.limit = limit;
    }

    /** What it says of a file. */
    sealed interface Word {
        /** It found nothing. */
        record Clean() implements Word {}

        /**
         * It found something.
         *
         * @param signature its name
         */
        record Infected(String signature) implements Word {}

        /**
         * It did not say.
         *
         * @param reason for the operator
         */
        record Silent(String reason) implements Word {}
    }

    Word scan(Path file) {
        try (SocketChannel clamd = open()) {
            Thread watch = Thread.ofVirtual().start(() -> closeAfterwards(clamd));
            try {
                clamd.connect(resolved());
                send(file, clamd);
                return word(answer(clamd));
            } finally {
                watch.interrupt();
            }
        } catch (IOException e) {
            String reason = e.getMessage();
            return new Word.Silent(
                    reason == null || reason.isBlank() ? "nothing within " + limit.toSeconds() + " s" : reason);
        }
    }

    private SocketChannel open() throws IOException {
        return address instanceof InetSocketAddress
                ? SocketChannel.open()
                : SocketChannel.open(java.net.StandardProtocolFamily.UNIX);
    }

    /** A name is looked up at each use, so that a scanner may move. */
    private SocketAddress resolved() throws IOException {
        if (!(address instanceof InetSocketAddress inet) || !inet.isUnresolved()) {
            return address;
        }
        InetSocketAddress found = new InetSocketAddress(inet.getHostString(), inet.getPort());
        if (found.isUnresolved()) {
            throw new IOException("no address for " + inet.getHostString());
        }
        return found;
    }

    /** A channel that blocks has no time limit of its own; closing it ends the wait. */
    private void closeAfterwards(SocketChannel clamd) {
        try {
            Thread.sleep(limit);
            clamd.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it answered in time
        } catch (IOException e) {
            throw new DarkroomUnavailable("The connection to the virus scanner cannot be closed.", e);
        }
    }

    private static void send(Path file, SocketChannel clamd) throws IOException {
        write(clamd, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        ByteBuffer chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK_BYTES);
        try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.READ)) {
            int read = 0;
            while (read >= 0) {
                chunk.clear().position(Integer.BYTES);
                read = bytes.read(chunk);
                if (read > 0) {
                    chunk.putInt(0, read).flip();
                    write(clamd, chunk);
                }
            }
        }
        write(clamd, ByteBuffer.allocate(Integer.BYTES));
    }

    private static void write(SocketChannel clamd, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            clamd.write(bytes);
        }
    }

    private static String answer(SocketChannel clamd) throws IOException {
        StringBuilder answer = new StringBuilder();
        InputStream in = java.nio.channels.Channels.newInputStream(clamd);
        for (int each = in.read(); each != 0; each = in.read()) {
            if (each < 0 || answer.length() > ANSWER_MAX_BYTES) {
                throw new EOFException("no whole answer");
            }
            answer.append((char) each);
        }
        return answer.toString();
    }

    static Word word(String answer) {
        if (answer.equals(CLEAN)) {
            return new Word.Clean();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(FOUND)) {
            return new Word.Infected(answer.substring("stream: ".length(), answer.length() - FOUND.length()));
        }
        return new Word.Silent(answer);
    }
}
