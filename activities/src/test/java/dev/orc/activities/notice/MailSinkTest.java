package dev.orc.activities.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.orc.activities.notice.NoticeSettings.Email;
import dev.orc.activities.notice.NoticeSettings.Tls;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Need;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real connection to a real mail server that speaks TLS with a certificate of its own. */
class MailSinkTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

  private static UncaughtExceptionHandler uncaught;
  private static TlsForTests tls;

  @TempDir static Path store;
  @TempDir Path folder;
  private GreenMail server;
  private Path password;

  /**
   * The server reads its certificate once; its threads end loudly when a client does not trust it,
   * which is wanted here.
   */
  @BeforeAll
  static void prepare() throws InterruptedException {
    tls = TlsForTests.in(store);
    System.setProperty("greenmail.tls.keystore.file", tls.store().toString());
    System.setProperty("greenmail.tls.keystore.password", TlsForTests.PASSWORD);
    uncaught = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> {
          if (!thread.getName().startsWith("smtp") && uncaught != null) {
            uncaught.uncaughtException(thread, thrown);
          }
        });
  }

  @AfterAll
  static void leave() {
    Thread.setDefaultUncaughtExceptionHandler(uncaught);
    System.clearProperty("greenmail.tls.keystore.file");
    System.clearProperty("greenmail.tls.keystore.password");
  }

  @BeforeEach
  void start() throws IOException {
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS).dynamicPort()
            });
    server.setUser("orc@example.org", "orc", "s3cret");
    server.start();
    password = folder.resolve("password");
    Files.writeString(password, "s3cret\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void theMailIsReceived() throws IOException, MessagingException {
    MailSink sink = sink(tls.certificate());
    sink.tell(notice("Ümlaut\r\nBcc: evil@example.org"));
    MimeMessage received = received();
    assertThat(received.getSubject()).isEqualTo("[orc] shop: Ümlaut Bcc: evil@example.org");
    assertThat(received.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("me@example.org");
    assertThat(received.getContent().toString())
        .contains("shop on h1 needs a person.", "What to do: orc status shop", "tried three times");
    assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void theSameNoticeHasTheSameNumber() throws IOException, MessagingException {
    MailSink sink = sink(tls.certificate());
    sink.tell(notice("once"));
    sink.tell(notice("once"));
    assertThat(server.waitForIncomingEmail(10_000, 2)).isTrue();
    assertThat(server.getReceivedMessages())
        .extracting(MimeMessage::getMessageID)
        .hasSize(2)
        .containsOnly(server.getReceivedMessages()[0].getMessageID());
  }

  @Test
  void aServerThatNobodyVouchesForGetsNothing() {
    assertThatThrownBy(() -> sink(null).tell(notice("secret")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the mail server localhost");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerUnderAnotherNameGetsNothing() {
    Email other =
        new Email(
            "127.0.0.2",
            port(),
            Tls.IMPLICIT,
            null,
            null,
            "orc@example.org",
            List.of("me@example.org"),
            tls.certificate());
    assertThatThrownBy(() -> new MailSink(other, Clock.systemUTC()).tell(notice("secret")))
        .isInstanceOf(IOException.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatOffersNoTlsGetsNothing() {
    GreenMail plain = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());
    plain.start();
    try {
      Email email =
          new Email(
              "localhost",
              plain.getSmtp().getPort(),
              Tls.STARTTLS,
              null,
              null,
              "orc@example.org",
              List.of("me@example.org"),
              null);
      assertThatThrownBy(() -> new MailSink(email, Clock.systemUTC()).tell(notice("secret")))
          .hasMessageContaining("STARTTLS");
      assertThat(plain.getReceivedMessages()).isEmpty();
    } finally {
      plain.stop();
    }
  }

  @Test
  void aPasswordThatOthersCanReadIsNotUsed() throws IOException {
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> sink(tls.certificate()).tell(notice("x")))
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aNeedReachesTheMailboxThroughTheWholeOfIt() throws IOException, MessagingException {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", folder.resolve("home").toString()));
    NoticeSettings settings =
        new NoticeSettings(
            email(tls.certificate()),
            null,
            false,
            List.of(),
            5,
            Duration.ofMinutes(10),
            Duration.ofHours(1));
    try (Notices notices = Notices.open(folders, "h1", settings)) {
      notices.tell(need("the whole"));
      assertThat(received().getSubject()).isEqualTo("[orc] shop: the whole");
    }
  }

  private MimeMessage received() {
    assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
    return server.getReceivedMessages()[0];
  }

  private int port() {
    return server.getSmtps().getPort();
  }

  private MailSink sink(Path certificate) {
    return new MailSink(email(certificate), Clock.systemUTC());
  }

  private Email email(Path certificate) {
    return new Email(
        "localhost",
        port(),
        Tls.IMPLICIT,
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
    return new Need("escalated", "shop", null, what, "orc status shop", AT, "tried three times");
  }
}
