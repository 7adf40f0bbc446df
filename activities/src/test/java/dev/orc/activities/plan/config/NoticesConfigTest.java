package dev.orc.activities.plan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.tell.notice.NoticeSettings;
import dev.orc.activities.tell.notice.NoticeSettings.Tls;
import dev.orc.activities.tell.notice.Secret;
import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticesConfigTest {
  @TempDir Path home;

  @Test
  void readsEverything() throws IOException {
    NoticeSettings notices =
        read(
            """
            notices:
              email:
                host: smtp.example.org
                tls: implicit
                user: me
                password-file: ../smtp-password
                from: orc@example.org
                to: [me@example.org, you@example.org]
              webhook:
                url: https://example.org/hook
                secret-env: ORC_HOOK_SECRET
              desktop: true
              command: [tell, me]
              digest-after: 3
              digest-within: 5m
              give-up-after: 2h
              ends: false
              ends-at: "07:30"
            """);
    assertThat(notices.email().port()).isEqualTo(465);
    assertThat(notices.email().tls()).isEqualTo(Tls.IMPLICIT);
    assertThat(notices.email().password())
        .isEqualTo(new Secret(home.resolve("smtp-password"), null));
    assertThat(notices.email().to()).containsExactly("me@example.org", "you@example.org");
    assertThat(notices.webhook())
        .isEqualTo(
            new NoticeSettings.Webhook(
                URI.create("https://example.org/hook"), new Secret(null, "ORC_HOOK_SECRET"), null));
    assertThat(notices.desktop()).isTrue();
    assertThat(notices.command()).containsExactly("tell", "me");
    assertThat(notices.digestAfter()).isEqualTo(3);
    assertThat(notices.digestWithin()).isEqualTo(Duration.ofMinutes(5));
    assertThat(notices.giveUpAfter()).isEqualTo(Duration.ofHours(2));
    assertThat(notices.ends()).isFalse();
    assertThat(notices.endsAt()).isEqualTo(LocalTime.of(7, 30));
  }

  @Test
  void aMailServerIsSpokenToInSecretByItself() throws IOException {
    NoticeSettings notices = read("notices: {email: {host: h, from: a@b, to: [c@d]}}\n");
    assertThat(notices.email().tls()).isEqualTo(Tls.STARTTLS);
    assertThat(notices.email().port()).isEqualTo(587);
    assertThat(notices.email().password()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {ends-at: "25:00"}                                          | is not a time of day
          {email: {from: a@b, to: [c@d]}}                             | the mail server is missing
          {email: {host: h, to: [c@d]}}                               | who the mail is from is missing
          {email: {host: h, from: a@b}}                               | nobody gets the mail
          {email: {host: h, from: a@b, to: [nobody]}}                 | 'nobody' is not an address
          {email: {host: h, from: 'a@b, c@d', to: [c@d]}}             | 'a@b, c@d' is not an address
          {email: {host: h, from: a@b, to: [c@d], tls: none}}         | mail would cross the network in the clear
          {email: {host: h, from: a@b, to: [c@d], tls: maybe}}        | 'maybe' is no kind of TLS
          {email: {host: h, from: a@b, to: [c@d], user: me}}          | the password is missing
          {email: {host: h, from: a@b, to: [c@d], password: x}}       | unknown key 'password'
          {email: {host: h, from: a@b, to: [c@d], port: 99999}}       | '99999' is not a port
          {webhook: {secret-env: S}}                                  | the address is missing
          {webhook: {url: 'https://h/x'}}                             | the secret is missing
          {webhook: {url: 'https://h/x', secret-env: S, secret-file: f}} | the secret is named twice
          {webhook: {url: 'http://h/x', secret-env: S}}               | 'http://h/x' is not an address to post to
          {webhook: {url: 'https://me:pw@h/x', secret-env: S}}        | is not an address to post to
          {webhook: {url: 'https://h/x y', secret-env: S}}            | Illegal character
          {webhook: {url: 'https://h/x', secret-env: 'a b'}}          | 'a b' is not a variable's name
          {desktop: sometimes}                                        | 'sometimes' is neither true nor false
          {digest-after: 0}                                           | '0' is not a count
          {give-up-after: soon}                                       | 'soon' is not a duration
          """)
  void saysWhatIsWrongAndWhere(String section, String fault) {
    assertThatThrownBy(() -> read("notices: " + section + "\n"))
        .isInstanceOf(ConfigFaults.class)
        .hasMessageContaining("config.yaml:1")
        .hasMessageContaining(fault);
  }

  private NoticeSettings read(String text) throws IOException {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    Files.createDirectories(folders.config());
    Files.writeString(folders.config().resolve("config.yaml"), text);
    return Config.load(folders).notices();
  }
}
