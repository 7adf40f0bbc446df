package dev.orc.activities.tell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.tell.notice.NoticeSettings.Email;
import dev.orc.activities.tell.notice.NoticeSettings.Tls;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Need;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Over a real connection to a real mail server that speaks TLS with a certificate of its own. */
class MailSinkTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir static Path store;
  @TempDir Path folder;
  private static TlsForTests tls;
  private final BlockingQueue<Mail> mails = new LinkedBlockingQueue<>();
  private SMTPServer server;
  private Path password;

  private record Mail(String from, String to, byte[] data) {}

  @BeforeAll
  static void prepare() throws InterruptedException {
    tls = TlsForTests.in(store);
  }

  @BeforeEach
  void givePassword() throws IOException {
    password = folder.resolve("password");
    Files.writeString(password, "s3cret\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Tls.class,
      names = {"STARTTLS", "IMPLICIT"})
  void theMailIsReceivedInSecretFromWhoHasThePassword(Tls kind)
      throws IOException, MessagingException, InterruptedException, GeneralSecurityException {
    start(kind);
    sink(kind).tell(notice("\u00dcmlaut\r\nBcc: evil@example.org"));
    Mail mail = received();
    assertThat(mail.from()).isEqualTo("orc@example.org");
    assertThat(mail.to()).isEqualTo("me@example.org");
    MimeMessage message = message(mail);
    assertThat(message.getSubject()).isEqualTo("[orc] shop: \u00dcmlaut Bcc: evil@example.org");
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getContent().toString())
        .contains("shop on h1 needs a person.", "What to do: orc status shop", "tried 3 times");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void theSameNoticeHasTheSameNumber()
      throws IOException, MessagingException, InterruptedException, GeneralSecurityException {
    start(Tls.IMPLICIT);
    sink(Tls.IMPLICIT).tell(notice("once"));
    sink(Tls.IMPLICIT).tell(notice("once"));
    assertThat(message(received()).getMessageID())
        .isNotBlank()
        .isEqualTo(message(received()).getMessageID());
  }

  @Test
  void aWrongPasswordIsSaidSo() throws IOException, GeneralSecurityException {
    start(Tls.IMPLICIT);
    Files.writeString(password, "wrong");
    assertThatThrownBy(() -> sink(Tls.IMPLICIT).tell(notice("x")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the mail server localhost")
        .hasMessageNotContaining("wrong");
    assertThat(mails).isEmpty();
  }

  @Test
  void aPasswordThatOthersCanReadIsNotUsed() throws IOException, GeneralSecurityException {
    start(Tls.IMPLICIT);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> sink(Tls.IMPLICIT).tell(notice("x")))
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aServerThatNobodyVouchesForGetsNothing() throws IOException, GeneralSecurityException {
    start(Tls.IMPLICIT);
    Email email = email(Tls.IMPLICIT, "localhost", null);
    assertThatThrownBy(() -> new MailSink(email, Clock.systemUTC()).tell(notice("secret")))
        .isInstanceOf(IOException.class);
    assertThat(mails).isEmpty();
  }

  @Test
  void aServerUnderAnotherNameGetsNothing() throws IOException, GeneralSecurityException {
    start(Tls.IMPLICIT);
    Email email = email(Tls.IMPLICIT, "127.0.0.1", tls.certificate());
    assertThatThrownBy(() -> new MailSink(email, Clock.systemUTC()).tell(notice("secret")))
        .isInstanceOf(IOException.class);
    assertThat(mails).isEmpty();
  }

  @Test
  void aServerThatOffersNoTlsGetsNothing() throws IOException, GeneralSecurityException {
    start(Tls.NONE);
    assertThatThrownBy(() -> sink(Tls.STARTTLS).tell(notice("secret")))
        .hasMessageContaining("STARTTLS");
    assertThat(mails).isEmpty();
  }

  @Test
  void aNeedReachesTheMailboxThroughTheWholeOfIt()
      throws IOException, MessagingException, InterruptedException, GeneralSecurityException {
    start(Tls.STARTTLS);
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", folder.resolve("home").toString()));
    NoticeSettings settings =
        new NoticeSettings(
            email(Tls.STARTTLS, "localhost", tls.certificate()),
            null,
            false,
            List.of(),
            5,
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            true,
            null);
    try (Notices notices = Notices.open(folders, "h1", settings)) {
      notices.tell(need("the whole"));
      assertThat(message(received()).getSubject()).isEqualTo("[orc] shop: the whole");
    }
  }

  private void start(Tls kind) throws IOException, GeneralSecurityException {
    SMTPServer.Builder builder =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(this::login))
            .messageHandler((context, from, to, data) -> mails.add(new Mail(from, to, data)));
    if (kind == Tls.IMPLICIT) {
      builder.serverSocketFactory(tls.context()).requireAuth();
    } else if (kind == Tls.STARTTLS) {
      builder.startTlsSocketFactory(tls.context()).enableTLS().requireTLS().requireAuth();
    }
    server = builder.build();
    server.start();
  }

  private void login(String user, String given, org.subethamail.smtp.MessageContext context)
      throws LoginFailedException {
    if (!user.equals("orc") || !given.equals("s3cret")) {
      throw new LoginFailedException();
    }
  }

  private Mail received() throws InterruptedException {
    Mail mail = mails.poll(20, TimeUnit.SECONDS);
    assertThat(mail).as("a mail").isNotNull();
    return mail;
  }

  private static MimeMessage message(Mail mail) throws MessagingException {
    Session session = Session.getInstance(new Properties());
    return new MimeMessage(session, new ByteArrayInputStream(mail.data()));
  }

  private MailSink sink(Tls kind) {
    return new MailSink(email(kind, "localhost", tls.certificate()), Clock.systemUTC());
  }

  private Email email(Tls kind, String host, Path certificate) {
    return new Email(
        host,
        server.getPortAllocated(),
        kind,
        "orc",
        new Secret(password, null),
        "orc@example.org",
        List.of("me@example.org"),
        certificate);
  }

  private Notice notice(String what) {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", folder.toString()));
    return new NoticeText(folders, "h1").of(List.of(need(what)));
  }

  private static Need need(String what) {
    return new Need("escalated", "shop", null, what, "orc status shop", AT, "tried 3 times");
  }
}
