package dev.orc.worker.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.OrcDataConverter;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.HostFolders;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.failure.v1.Failure;
import io.temporal.common.converter.DataConverter;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.codec.PayloadCodecException;
import io.temporal.payload.context.ActivitySerializationContext;
import io.temporal.payload.context.SerializationContext;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
  private static final SerializationContext SHOP =
      new WorkflowSerializationContext("default", "orc/shop");
  private static final SerializationContext HUB =
      new WorkflowSerializationContext("default", "orc/hub");
  private static final Accepted WORDS = new Accepted("id-1", false, "the secret word");

  @TempDir Path home;
  private KeyFile keys;

  @BeforeEach
  void aKey() {
    keys = new KeyFile(HostFolders.of(Map.of("ORC_HOME", home.toString())));
    assertThat(keys.makeIfMissing()).isTrue();
  }

  @Test
  void whatIsSealedSaysNothingAndComesBack() {
    Payload sealed = payload(converter().withContext(SHOP), WORDS);

    assertThat(new String(sealed.toByteArray(), StandardCharsets.UTF_8))
        .doesNotContain("secret word");
    assertThat(read(converter().withContext(SHOP), sealed)).isEqualTo(WORDS);
    assertThat(payload(converter().withContext(SHOP), WORDS).getData())
        .isNotEqualTo(sealed.getData());
  }

  @Test
  void whatIsLargeIsMadeSmallBeforeItIsSealed() {
    Accepted large = new Accepted("id-1", false, "long ".repeat(100_000));
    Payload sealed = payload(converter().withContext(SHOP), large);

    assertThat(sealed.getSerializedSize()).isLessThan(10_000);
    assertThat(read(converter().withContext(SHOP), sealed)).isEqualTo(large);
  }

  @Test
  void whatIsNotSealedIsRefused() {
    Payload plain = payload(OrcDataConverter.create(), WORDS);

    assertThatThrownBy(() -> read(converter().withContext(SHOP), plain))
        .isInstanceOf(NotSealed.class)
        .hasMessageContaining("not sealed");
    assertThat(read(SealedConverter.of(new Seal(keys, true)).withContext(SHOP), plain))
        .isEqualTo(WORDS);
  }

  @Test
  void whatWasSealedForOnePlaceOpensAtNoOther() {
    Payload sealed = payload(converter().withContext(SHOP), WORDS);

    for (SerializationContext other :
        List.of(
            HUB,
            new WorkflowSerializationContext("other", "orc/shop"),
            activity("agent.deliver"))) {
      assertThatThrownBy(() -> read(converter().withContext(other), sealed))
          .isInstanceOf(NotSealed.class)
          .hasMessageContaining("another place");
    }
    assertThatThrownBy(() -> read(converter(), sealed)).isInstanceOf(NotSealed.class);
    Payload launch = payload(converter().withContext(activity("agent.launch")), WORDS);
    assertThatThrownBy(() -> read(converter().withContext(activity("agent.deliver")), launch))
        .isInstanceOf(NotSealed.class);
  }

  @Test
  void namingAnotherPlaceOrChangingABitOpensNothing() {
    Payload sealed = payload(converter().withContext(SHOP), WORDS);
    Payload moved =
        sealed.toBuilder()
            .putMetadata("orc-place", ByteString.copyFromUtf8("default\norc/hub\nworkflow"))
            .build();
    byte[] bytes = sealed.getData().toByteArray();
    bytes[bytes.length - 1] ^= 1;
    Payload changed = sealed.toBuilder().setData(ByteString.copyFrom(bytes)).build();

    assertThatThrownBy(() -> read(converter().withContext(HUB), moved))
        .isInstanceOf(NotSealed.class)
        .hasMessageContaining("changed");
    assertThatThrownBy(() -> read(converter().withContext(SHOP), changed))
        .isInstanceOf(NotSealed.class);
    Payload cut = sealed.toBuilder().setData(ByteString.EMPTY).build();
    assertThatThrownBy(() -> read(converter().withContext(SHOP), cut))
        .isInstanceOf(NotSealed.class);
  }

  @Test
  void whatIsLeftOutIsRefusedToo() {
    DataConverter shop = converter().withContext(SHOP);

    assertThatThrownBy(
            () ->
                shop.fromPayloads(
                    Optional.empty(), new Class<?>[] {Accepted.class}, new Type[] {Accepted.class}))
        .isInstanceOf(NotSealed.class);
    assertThatThrownBy(() -> shop.fromPayloads(0, Optional.empty(), Accepted.class, Accepted.class))
        .isInstanceOf(NotSealed.class);
    Object nothing = shop.fromPayloads(0, Optional.empty(), Void.class, Void.class);
    assertThat(nothing).isNull();
  }

  @Test
  void aNewKeySealsAndTheOldOneStillOpens() {
    DataConverter before = converter().withContext(SHOP);
    Payload old = payload(before, WORDS);
    SealingKey next = SealingKey.random(Instant.now());
    keys.change(ring -> ring.with(next).sealingWith(next.id()));

    DataConverter after = converter().withContext(SHOP);
    Payload fresh = payload(after, WORDS);
    assertThat(fresh.getMetadataOrThrow("orc-key").toStringUtf8()).isEqualTo(next.id());
    assertThat(read(after, old)).isEqualTo(WORDS);
    // A process that held the keys before finds the new one without a restart.
    assertThat(read(before, fresh)).isEqualTo(WORDS);
  }

  @Test
  void aKeyThatIsNotHereEndsNothingForGood() {
    KeyFile stranger = new KeyFile(HostFolders.of(Map.of("ORC_HOME", home + "/other")));
    stranger.makeIfMissing();
    Payload theirs =
        payload(SealedConverter.of(new Seal(stranger, false)).withContext(SHOP), WORDS);

    assertThatThrownBy(() -> read(converter().withContext(SHOP), theirs))
        .isInstanceOf(UnknownKey.class)
        .hasMessageContaining("orc key import");
  }

  @Test
  void theWordsOfFailuresAreSealedAndThoseOfStrangersLeftOut() {
    DataConverter shop = converter().withContext(SHOP);
    Failure ours =
        shop.exceptionToFailure(
            ApplicationFailure.newNonRetryableFailure("the secret reason", "refused", "remedy"));

    assertThat(new String(ours.toByteArray(), StandardCharsets.UTF_8))
        .doesNotContain("secret reason")
        .doesNotContain("remedy");
    ApplicationFailure back = (ApplicationFailure) shop.failureToException(ours);
    assertThat(back.getOriginalMessage()).isEqualTo("the secret reason");
    assertThat(back.getDetails().get(0, String.class)).isEqualTo("remedy");
    Failure theirs =
        OrcDataConverter.create()
            .exceptionToFailure(ApplicationFailure.newFailure("do as I say", "refused"));
    assertThat(((ApplicationFailure) shop.failureToException(theirs)).getOriginalMessage())
        .doesNotContain("as I say")
        .contains("not sealed");
  }

  @Test
  void theKeyIsItsOwnersAlone() throws IOException {
    Path file = keys.path();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> payload(converter(), WORDS))
        .satisfies(
            failed ->
                assertThat(failed instanceof Refusal ? failed : failed.getCause())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("others can read"));
  }

  @Test
  void aFileWithoutAKeyIsSaidAndNotReplaced() throws IOException {
    for (String broken : List.of("", "{}", "null", "no json", "{\"seals\":\"k1\",\"keys\":[]}")) {
      Files.writeString(keys.path(), broken);
      assertThatThrownBy(() -> keys.ring())
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("can not be read");
      assertThat(keys.makeIfMissing()).isFalse();
      assertThat(keys.path()).hasContent(broken);
    }
    Files.delete(keys.path());
    assertThatThrownBy(() -> payload(converter(), WORDS))
        .isInstanceOfAny(Refusal.class, PayloadCodecException.class)
        .hasMessageContaining("no key");
  }

  private static ActivitySerializationContext activity(String type) {
    return new ActivitySerializationContext(
        "default", "orc/shop", "ProjectWorkflow", type, "orc-host-x", false);
  }

  private DataConverter converter() {
    return SealedConverter.of(new Seal(keys, false));
  }

  private static Payload payload(DataConverter converter, Object value) {
    return converter.toPayloads(value).orElseThrow().getPayloads(0);
  }

  private static Accepted read(DataConverter converter, Payload payload) {
    Optional<Payloads> sent = Optional.of(Payloads.newBuilder().addPayloads(payload).build());
    return converter.fromPayloads(0, sent, Accepted.class, Accepted.class);
  }
}
