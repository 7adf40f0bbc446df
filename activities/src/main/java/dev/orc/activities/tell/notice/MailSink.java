package dev.orc.activities.tell.notice;

import dev.orc.activities.tell.notice.NoticeSettings.Email;
import dev.orc.activities.tell.notice.NoticeSettings.Tls;
import dev.orc.base.text.CleanText;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;

/** Sends a notice as a mail. Thread-safe. */
final class MailSink implements Sink {
  private static final String WITHIN_MILLISECONDS = "20000";

  private final Email email;
  private final Clock clock;

  MailSink(Email email, Clock clock) {
    this.email = email;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "email";
  }

  @Override
  public void tell(Notice notice) throws IOException {
    Session session = Session.getInstance(properties());
    try (Transport transport = session.getTransport()) {
      MimeMessage message = message(session, notice);
      if (email.user() == null) {
        transport.connect();
      } else {
        transport.connect(email.user(), email.password().read());
      }
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      String why = CleanText.oneLine(String.valueOf(e.getMessage()), 200);
      throw new IOException("the mail server " + email.host() + ": " + why, e);
    }
  }

  private MimeMessage message(Session session, Notice notice) throws MessagingException {
    MimeMessage message = new Numbered(session, notice.id());
    message.setFrom(new InternetAddress(email.from(), true));
    for (String to : email.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
    }
    message.setSubject(CleanText.oneLine(notice.subject()), StandardCharsets.UTF_8.name());
    message.setText(notice.body(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private Properties properties() throws IOException {
    String protocol = email.tls() == Tls.IMPLICIT ? "smtps" : "smtp";
    String prefix = "mail." + protocol + ".";
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty(prefix + "host", email.host());
    properties.setProperty(prefix + "port", Integer.toString(email.port()));
    properties.setProperty(prefix + "auth", Boolean.toString(email.user() != null));
    properties.setProperty(prefix + "connectiontimeout", WITHIN_MILLISECONDS);
    properties.setProperty(prefix + "timeout", WITHIN_MILLISECONDS);
    properties.setProperty(prefix + "writetimeout", WITHIN_MILLISECONDS);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (email.tls() == Tls.STARTTLS) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(prefix + "starttls.required", "true");
    }
    if (email.tls() != Tls.NONE) {
      properties.put(
          prefix + "ssl.socketFactory", Trust.context(email.caFile()).getSocketFactory());
    }
    return properties;
  }

  /** A repeat has the same number, so that a mailbox can drop it. */
  private static final class Numbered extends MimeMessage {
    private final String id;

    Numbered(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@orc>");
    }
  }
}
