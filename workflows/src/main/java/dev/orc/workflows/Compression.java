package dev.orc.workflows;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes large payloads small: a batch of thousands travels in one when it continues as new, and a
 * payload ends at 2 MB. What is small stays readable for people; what was written before this class
 * was is read as it is. Thread-safe.
 */
final class Compression implements PayloadCodec {
  /** From so many bytes on it is worth it. */
  static final int WORTH_IT = 64 * 1024;

  /** Nothing of ours is larger; whatever claims to be is not unpacked any further. */
  static final int LARGEST = 64 * 1024 * 1024;

  private static final String ENCODING = "encoding";
  private static final ByteString GZIP = ByteString.copyFromUtf8("binary/gzip");

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    return payloads.stream().map(Compression::packed).toList();
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    return payloads.stream().map(Compression::unpacked).toList();
  }

  private static Payload packed(Payload payload) {
    int size = payload.getSerializedSize();
    if (size < WORTH_IT || size > LARGEST || payload.getExternalPayloadsCount() > 0) {
      return payload;
    }
    ByteString.Output bytes = ByteString.newOutput(size / 8);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      payload.writeTo(gzip);
    } catch (IOException impossible) {
      throw new PayloadCodecException("a payload can not be compressed", impossible);
    }
    Payload small =
        Payload.newBuilder().putMetadata(ENCODING, GZIP).setData(bytes.toByteString()).build();
    return small.getSerializedSize() < size ? small : payload;
  }

  private static Payload unpacked(Payload payload) {
    if (!GZIP.equals(payload.getMetadataMap().get(ENCODING))) {
      return payload;
    }
    try (GZIPInputStream gzip = new GZIPInputStream(payload.getData().newInput())) {
      return Payload.parseFrom(bounded(gzip));
    } catch (InvalidProtocolBufferException broken) {
      throw new PayloadCodecException("a compressed payload holds no payload", broken);
    } catch (IOException broken) {
      throw new PayloadCodecException("a compressed payload is broken", broken);
    }
  }

  private static byte[] bounded(GZIPInputStream gzip) throws IOException {
    byte[] bytes = gzip.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new PayloadCodecException("a compressed payload is larger than " + LARGEST + " bytes");
    }
    return bytes;
  }
}
