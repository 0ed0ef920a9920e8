package org.diurna.run.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diurna.stand.Blob;
import org.diurna.stand.Change;
import org.diurna.stand.PastSite;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * WARC 1.1 records (ISO 28500:2017). Ids are made of what the record says, so that two files of the same history are
 * the same to the bit.
 */
final class Records implements AutoCloseable {
    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);
    private static final Set<Integer> WITHOUT_BODY = Set.of(301, 302, 307, 308);

    private final WarcWriter writer;
    private final String scheme;
    private final int port;
    private final Map<String, First> firsts = new HashMap<>();
    private long responses;
    private long revisits;
    private long proofs;

    /** The record that holds the bytes which others refer to. */
    private record First(URI id, String address, Instant at) {}

    Records(Path file, String scheme, int port) throws IOException {
        this.writer = new WarcWriter(
                Files.newByteChannel(
                        file,
                        java.nio.file.StandardOpenOption.WRITE,
                        java.nio.file.StandardOpenOption.TRUNCATE_EXISTING),
                WarcCompression.GZIP);
        this.scheme = scheme;
        this.port = port;
    }

    String address(Change change) {
        String shown = USUAL_PORTS.getOrDefault(scheme, 0) == port ? "" : ":" + port;
        return scheme + "://" + change.host() + shown + change.path();
    }

    void about(String file, String what) throws IOException {
        writer.write(new Warcinfo.Builder()
                .version(MessageVersion.WARC_1_1)
                .recordId(id("warcinfo " + file + what))
                .date(Instant.EPOCH)
                .filename(file)
                .fields(Map.of(
                        "software",
                        List.of("Diurna"),
                        "format",
                        List.of("WARC File Format 1.1"),
                        "description",
                        List.of("Answers of the public site, from its own journal: " + what)))
                .build());
    }

    void response(Change change, Instant turned, PastSite.Answer answer) throws IOException {
        Instant at = turned.truncatedTo(ChronoUnit.MICROS);
        String address = address(change);
        String payload = "sha256:" + Blob.of(answer.body()).digest().hex();
        URI id = id("response " + address + at + payload);
        byte[] head = (answer.head() + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        First first = firsts.get(payload);
        if (first == null || WITHOUT_BODY.contains(answer.status()) || answer.body().length == 0) {
            byte[] whole = joined(head, answer.body());
            writer.write(new WarcResponse.Builder(URI.create(address))
                    .version(MessageVersion.WARC_1_1)
                    .recordId(id)
                    .date(at)
                    .setHeader("WARC-Payload-Digest", payload)
                    .setHeader(
                            "WARC-Block-Digest",
                            "sha256:" + Blob.of(whole).digest().hex())
                    .body(MediaType.HTTP_RESPONSE, whole)
                    .build());
            firsts.putIfAbsent(payload, new First(id, address, at));
            responses++;
        } else {
            writer.write(new WarcRevisit.Builder(URI.create(address), WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1)
                    .version(MessageVersion.WARC_1_1)
                    .recordId(id)
                    .date(at)
                    .refersTo(first.id(), URI.create(first.address()), first.at())
                    .setHeader("WARC-Payload-Digest", payload)
                    .setHeader(
                            "WARC-Block-Digest",
                            "sha256:" + Blob.of(head).digest().hex())
                    .body(MediaType.HTTP_RESPONSE, head)
                    .build());
            revisits++;
        }
    }

    /** The ledger's proof of an edition, with the response that brought the edition. */
    void proof(Change edition, Instant turned, byte[] proof) throws IOException {
        Instant at = turned.truncatedTo(ChronoUnit.MICROS);
        String address = address(edition);
        String text = new String(proof, StandardCharsets.UTF_8);
        String index = text.lines()
                .filter(line -> line.startsWith("index "))
                .map(line -> line.substring("index ".length()))
                .findFirst()
                .orElse("");
        writer.write(new WarcMetadata.Builder()
                .version(MessageVersion.WARC_1_1)
                .recordId(id("metadata " + address + at + text))
                .date(at)
                .targetURI(address)
                .fields(Map.of(
                        "ledger-index",
                        List.of(index),
                        "ledger-proof",
                        List.of("base64 " + Base64.getEncoder().encodeToString(proof))))
                .build());
        proofs++;
    }

    private static URI id(String of) {
        return URI.create("urn:uuid:" + UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] joined(byte[] head, byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length + body.length);
        whole.writeBytes(head);
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    WebArchive.Written written() {
        return new WebArchive.Written(responses, revisits, proofs);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
