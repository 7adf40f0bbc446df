package dev.orc.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.orc.workflows.model.Accepted;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DataConverter;
import io.temporal.payload.codec.PayloadCodecException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CompressionTest {
  private static final DataConverter CONVERTER = OrcDataConverter.create();
  private static final Compression COMPRESSION = new Compression();

  @Test
  void whatIsSmallStaysReadable() {
    Payload payload = payload(new Accepted("id-1", false, "small"));
    assertThat(payload.getData().toStringUtf8()).contains("small");
    assertThat(payload.getMetadataOrThrow("encoding").toStringUtf8()).isEqualTo("json/plain");
  }

  @Test
  void whatIsLargeBecomesSmallAndComesBackAsItWas() {
    Accepted large = new Accepted("id-1", true, "long ".repeat(100_000));
    Payload payload = payload(large);
    assertThat(payload.getSerializedSize()).isLessThan(10_000);
    Optional<Payloads> sent = Optional.of(Payloads.newBuilder().addPayloads(payload).build());
    assertThat(CONVERTER.fromPayloads(0, sent, Accepted.class, Accepted.class)).isEqualTo(large);
    assertThat(payload(large)).isEqualTo(payload);
  }

  @Test
  void whatCanNotBecomeSmallerStaysAsItIs() {
    byte[] noise = new byte[200_000];
    new java.util.Random(7).nextBytes(noise);
    Payload payload = Payload.newBuilder().setData(ByteString.copyFrom(noise)).build();
    assertThat(COMPRESSION.encode(List.of(payload))).containsExactly(payload);
  }

  @Test
  void whatWasWrittenBeforeIsReadAsItIs() {
    Payload old =
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFromUtf8("{\"id\":\"" + "x".repeat(100_000) + "\"}"))
            .build();
    assertThat(COMPRESSION.decode(List.of(old))).containsExactly(old);
    Optional<Payloads> sent = Optional.of(Payloads.newBuilder().addPayloads(old).build());
    assertThat(CONVERTER.fromPayloads(0, sent, Accepted.class, Accepted.class).id())
        .hasSize(100_000);
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    byte[] zeros = new byte[1024 * 1024];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int written = 0; written <= Compression.LARGEST; written += zeros.length) {
        gzip.write(zeros);
      }
    }
    assertThat(bytes.size()).isLessThan(100_000);
    assertThatThrownBy(() -> COMPRESSION.decode(List.of(compressed(bytes.toByteArray()))))
        .isInstanceOf(PayloadCodecException.class)
        .hasMessageContaining("larger than");
  }

  @Test
  void whatIsBrokenIsSaid() {
    byte[] noGzip = "no gzip at all".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> COMPRESSION.decode(List.of(compressed(noGzip))))
        .isInstanceOf(PayloadCodecException.class)
        .hasMessageContaining("broken");
  }

  private static Payload payload(Object value) {
    return CONVERTER.toPayloads(value).orElseThrow().getPayloads(0);
  }

  private static Payload compressed(byte[] bytes) {
    return Payload.newBuilder()
        .putMetadata("encoding", ByteString.copyFromUtf8("binary/gzip"))
        .setData(ByteString.copyFrom(bytes))
        .build();
  }
}
