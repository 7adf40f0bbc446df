package dev.orc.activities.agent.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsabilityTest {
  @Test
  void aHostThatIsTooBusyToAnswerSaysNothingOfALogIn() {
    Usability usability = new Usability(file("sleep, '600'"), Duration.ofMillis(200));
    assertThat(usability.fault()).isEmpty();
  }

  @Test
  void whoSaysThatNobodyIsLoggedInIsBelieved() {
    assertThat(new Usability(file("'false'"), Duration.ofMinutes(1)).fault())
        .hasValueSatisfying(fault -> assertThat(fault).endsWith("knock"));
  }

  private static DriverFile file(String login) {
    return new DriverFileReader()
        .read(
            "drivers/one.yaml",
            "name: one\ncommand: [sh]\nlogin: { command: [" + login + "], remedy: knock }\n");
  }
}
