package org.diurna.gate;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/** A mail that was saved as a file: its subject is a headline, its text the release; what hangs on it stays outside. */
final class Mail {
    /** Mails have a handful of parts. */
    static final int PARTS_MAX = 200;

    /** Parts inside parts go three or four deep. */
    static final int DEPTH_MAX = 12;

    private static final Pattern PREFIX =
            Pattern.compile("(?iu)^\\s*((re|fw|fwd|aw|wg|tr|rv|sv|vs|odg|пер)\\s*:\\s*)+");

    private final String fileName;
    private final List<String> attached = new ArrayList<>();
    private Optional<String> html = Optional.empty();
    private Optional<String> plain = Optional.empty();
    private int parts;

    private Mail(String fileName) {
        this.fileName = fileName;
    }

    static Documents.Page page(byte[] bytes, String fileName) throws Documents.Unfit {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            if (!message.getAllHeaders().hasMoreElements()) {
                throw new Documents.Unfit(Documents.damaged(fileName));
            }
            Mail mail = new Mail(fileName);
            mail.walk(message, 0);
            return mail.page(message);
        } catch (MessagingException | IOException e) {
            throw new Documents.Unfit(Documents.damaged(fileName));
        }
    }

    private void walk(Part part, int depth) throws MessagingException, IOException, Documents.Unfit {
        if (++parts > PARTS_MAX || depth > DEPTH_MAX) {
            throw new Documents.Unfit(new Outcome.Unsafe(
                    fileName + " has more parts inside parts than any mail. Copy its words into a new document."));
        }
        if (part.isMimeType("multipart/encrypted")
                || part.isMimeType("application/pkcs7-mime")
                || part.isMimeType("application/x-pkcs7-mime")) {
            throw new Documents.Unfit(
                    new Outcome.Unreadable(fileName + " is encrypted. Open it in the mail program and save its text."));
        }
        boolean file = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
        if (!file && part.isMimeType("text/html")) {
            html = html.or(() -> Optional.of(text(part)));
        } else if (!file && part.isMimeType("text/plain")) {
            plain = plain.or(() -> Optional.of(text(part)));
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart inner = many.getBodyPart(i);
                walk(inner, depth + 1);
            }
        } else if (!part.isMimeType("application/pkcs7-signature") && !part.isMimeType("application/pgp-signature")) {
            attached.add(Optional.ofNullable(part.getFileName()).orElse(part.getContentType()));
        }
    }

    /** Text in a charset that this Java does not have is read as far as its bytes are plain letters. */
    private static String text(Part part) {
        try {
            return part.getContent() instanceof String words ? words : "";
        } catch (UnsupportedEncodingException e) {
            return bytes(part);
        } catch (IOException | MessagingException e) {
            return "";
        }
    }

    private static String bytes(Part part) {
        try {
            byte[] raw = part.getInputStream().readAllBytes();
            return new String(raw, Charsets.choose(raw).charset());
        } catch (IOException | MessagingException e) {
            return "";
        }
    }

    private Documents.Page page(MimeMessage message) throws MessagingException, Documents.Unfit {
        String subject = PREFIX.matcher(
                        Optional.ofNullable(message.getSubject()).orElse(""))
                .replaceFirst("")
                .strip();
        Document body;
        if (html.isPresent()) {
            body = Jsoup.parse(html.get());
        } else if (plain.isPresent()) {
            body = Jsoup.parse(paragraphs(plain.get()));
        } else {
            throw new Documents.Unfit(new Outcome.NoRelease(
                    fileName + " holds no text, only what is attached to it. Save the attachment and import that."));
        }
        if (!subject.isEmpty()) {
            body.title(subject);
            body.body().prependElement("h1").text(subject);
        }
        if (message.getSentDate() != null) {
            body.head()
                    .appendElement("meta")
                    .attr("name", "date")
                    .attr(
                            "content",
                            message.getSentDate()
                                    .toInstant()
                                    .atOffset(ZoneOffset.UTC)
                                    .toLocalDate()
                                    .toString());
        }
        List<Found.Report> reports = new ArrayList<>();
        if (!attached.isEmpty()) {
            reports.add(new Found.Report(
                    Found.Matter.FILES_LEFT_OUT,
                    Documents.count(attached.size(), "attachment was", "attachments were") + " left out: "
                            + String.join(", ", attached) + ". Add what is needed by itself."));
        }
        return new Documents.Page(body.outerHtml(), reports);
    }

    /** Empty lines part paragraphs; a line that ends early is a line of its own. */
    private static String paragraphs(String text) {
        StringBuilder page = new StringBuilder("<body>");
        for (String paragraph : text.replace("\r\n", "\n").split("\n[ \t]*\n", -1)) {
            if (!paragraph.isBlank()) {
                page.append("<p>")
                        .append(Entities.escape(paragraph.strip())
                                .replace("\n", paragraph.contains("\n- ") ? "<br>" : " "))
                        .append("</p>");
            }
        }
        return page.toString();
    }
}
