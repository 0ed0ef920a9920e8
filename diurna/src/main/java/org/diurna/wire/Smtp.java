package org.diurna.wire;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.diurna.house.Letter;
import org.diurna.house.Settings;
import org.diurna.house.Sha256;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters to the organisation's mail server: SMTP (RFC 5321), one message for one person (RFC 5322). */
final class Smtp {
    private static final Logger LOG = LoggerFactory.getLogger(Smtp.class);
    private static final String CONNECT_MS = "10000";
    private static final String ANSWER_MS = "60000";
    private static final int REFUSALS = 500;

    /** The part of the digest of a letter's key that its Message-ID needs. */
    private static final int ID_LENGTH = 32;

    private final Settings.Mail mail;
    private final Clock clock;
    private final Session session;

    Smtp(Settings.Mail mail, Clock clock) {
        this.mail = mail;
        this.clock = clock;
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", CONNECT_MS);
        properties.put("mail.smtp.timeout", ANSWER_MS);
        properties.put("mail.smtp.writetimeout", ANSWER_MS);
        properties.put("mail.smtp.from", mail.from());
        properties.put("mail.smtp.auth", String.valueOf(!mail.user().isEmpty()));
        properties.put("mail.smtp.ssl.enable", String.valueOf(mail.security() == Settings.Mail.Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        boolean upgrade = mail.security() == Settings.Mail.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", String.valueOf(upgrade));
        properties.put("mail.smtp.starttls.required", String.valueOf(upgrade));
        this.session = Session.getInstance(properties);
    }

    Answer send(Letter letter) {
        try {
            MimeMessage message = message(letter);
            SMTPTransport server = (SMTPTransport) session.getTransport("smtp");
            try {
                // nobody signs in where no name is set
                server.connect(mail.host(), mail.port(), word(mail.user()), word(mail.password()));
                return handed(server, message);
            } catch (MessagingException e) {
                return new Answer.Later(said(e));
            } finally {
                leave(server);
            }
        } catch (MessagingException e) {
            return new Answer.Refused(said(e));
        }
    }

    private static @Nullable String word(String set) {
        return set.isEmpty() ? null : set;
    }

    private static void leave(SMTPTransport server) {
        try {
            server.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server did not say good-bye.", e);
        }
    }

    private static Answer handed(SMTPTransport server, MimeMessage message) {
        try {
            server.sendMessage(message, message.getAllRecipients());
            return new Answer.Taken();
        } catch (MessagingException e) {
            int reply = reply(e);
            if (reply == 0) {
                return new Answer.Uncertain(said(e));
            }
            return reply >= REFUSALS ? new Answer.Refused(said(e)) : new Answer.Later(said(e));
        }
    }

    /** The server's own reply code, which says that it did not take the letter; 0 where it gave none. */
    private static int reply(MessagingException e) {
        for (Exception cause = e; cause != null; cause = next(cause)) {
            switch (cause) {
                case SMTPAddressFailedException failed
                when failed.getReturnCode() > 0 -> {
                    return failed.getReturnCode();
                }
                case SMTPSenderFailedException failed
                when failed.getReturnCode() > 0 -> {
                    return failed.getReturnCode();
                }
                case SMTPSendFailedException failed
                when failed.getReturnCode() > 0 && failed.getNextException() == null -> {
                    return failed.getReturnCode();
                }
                default -> {
                    // the reason lies further in
                }
            }
        }
        return 0;
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException outer ? outer.getNextException() : null;
    }

    private static String said(MessagingException e) {
        Exception innermost = e;
        for (Exception cause = e; cause != null; cause = next(cause)) {
            innermost = cause;
        }
        return String.valueOf(innermost.getMessage()).strip();
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        String id = "<" + Sha256.hex(letter.key()).substring(0, ID_LENGTH) + "@"
                + mail.from().substring(mail.from().indexOf('@') + 1) + ">";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                // the same letter has the same name however often it is tried
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(new InternetAddress(mail.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContentLanguage(new String[] {letter.language()});
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Content-Transfer-Encoding", "quoted-printable");
        message.saveChanges();
        return message;
    }
}
