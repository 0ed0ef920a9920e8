package org.diurna.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Small, bounded requests to servers that nobody vouches for. Safe for use by many threads. */
final class Web implements AutoCloseable {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

    private final Duration most;
    private final HttpClient client;

    /**
     * A client of its own.
     *
     * @param most how long one request may take from its beginning to its last byte
     */
    Web(Duration most) {
        this.most = most;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_MAX.compareTo(most) < 0 ? CONNECT_MAX : most)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** What a server said; {@code from} is the address after redirects. */
    record Answer(int status, URI from, String mediaType, byte[] body) {}

    /** Why there is no answer. */
    static final class Trouble extends Exception {
        private static final long serialVersionUID = 1L;
        private final Fetch.Failure failure;
        private final transient URI address;
        private final String reason;

        Trouble(Fetch.Failure failure, URI address, String reason) {
            super(reason);
            this.failure = failure;
            this.address = address;
            this.reason = reason;
        }

        Fetch.Failure failure() {
            return failure;
        }

        Verdict.Unreachable verdict() {
            return new Verdict.Unreachable(failure, address, reason);
        }
    }

    /** A file that must be there. */
    Answer get(URI address, int maxBytes) throws Trouble {
        Answer answer = send(request(address).GET().build(), maxBytes);
        if (answer.status() == 404 || answer.status() == 410) {
            throw new Trouble(
                    Fetch.Failure.NOT_FOUND, address, address + " is not there (status " + answer.status() + ").");
        }
        if (answer.status() != 200) {
            throw new Trouble(
                    Fetch.Failure.BAD_ANSWER, address, address + " answered with status " + answer.status() + ".");
        }
        return answer;
    }

    /** Whatever the status is. */
    Answer look(URI address, int maxBytes) throws Trouble {
        return send(request(address).GET().build(), maxBytes);
    }

    Answer post(URI address, String body, int maxBytes) throws Trouble {
        return send(
                request(address)
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                maxBytes);
    }

    private HttpRequest.Builder request(URI address) throws Trouble {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new Trouble(
                    Fetch.Failure.BAD_ADDRESS, address, address + " is no web address; it begins with https://.");
        }
        return HttpRequest.newBuilder(address).timeout(most).header("User-Agent", "diurna-ledger");
    }

    private Answer send(HttpRequest request, int maxBytes) throws Trouble {
        URI address = request.uri();
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request, _ -> new Bounded(maxBytes));
        try {
            HttpResponse<byte[]> response = sent.get(most.toMillis(), TimeUnit.MILLISECONDS);
            String mediaType = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), response.uri(), mediaType, response.body());
        } catch (TimeoutException e) {
            throw slow(address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(Fetch.Failure.BROKEN_OFF, address, "The request to " + address + " was interrupted.");
        } catch (ExecutionException e) {
            throw trouble(address, e.getCause() == null ? e : e.getCause(), maxBytes);
        } finally {
            sent.cancel(true);
        }
    }

    private Trouble slow(URI address) {
        return new Trouble(
                Fetch.Failure.TOO_SLOW, address, address + " did not answer within " + most.toSeconds() + " seconds.");
    }

    private Trouble trouble(URI address, Throwable cause, int maxBytes) {
        String host = address.getHost();
        for (Throwable at = cause; at != null; at = at.getCause()) {
            switch (at) {
                case TooMuch _ -> {
                    return new Trouble(
                            Fetch.Failure.TOO_LARGE, address, address + " is larger than " + maxBytes + " bytes.");
                }
                case UnresolvedAddressException _, UnknownHostException _ -> {
                    return new Trouble(
                            Fetch.Failure.NO_NAME, address, "No address is known for the name " + host + ".");
                }
                case HttpTimeoutException _ -> {
                    return slow(address);
                }
                case SSLException tls -> {
                    return new Trouble(
                            Fetch.Failure.BAD_CERTIFICATE,
                            address,
                            "The connection to " + host + " is not secure: " + tls.getMessage() + ".");
                }
                default -> {}
            }
        }
        if (cause instanceof ConnectException) {
            return new Trouble(Fetch.Failure.REFUSED, address, host + " takes no connection on that port.");
        }
        return new Trouble(Fetch.Failure.BROKEN_OFF, address, "The answer of " + host + " broke off: " + cause + ".");
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Collects a body, but no more of it than was agreed. */
    private static final class Bounded implements HttpResponse.BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                if (bytes.size() + buffer.remaining() > most) {
                    body.completeExceptionally(new TooMuch());
                    return;
                }
                byte[] piece = new byte[buffer.remaining()];
                buffer.get(piece);
                bytes.writeBytes(piece);
            }
        }

        @Override
        public void onError(Throwable trouble) {
            body.completeExceptionally(trouble);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }
}
