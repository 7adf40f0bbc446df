package dev.orc.activities.tell.notice;

import dev.orc.base.process.Ended;
import dev.orc.base.process.ProgramRun;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for this machine's own name, that nobody else trusts. */
record TlsForTests(Path store, Path certificate) {
  static final String PASSWORD = "changeit";

  static TlsForTests in(Path folder) throws InterruptedException {
    Path store = folder.resolve("server.p12");
    Path certificate = folder.resolve("server.pem");
    keytool(
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost",
        "-validity",
        "2",
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD);
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "server",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD,
        "-file",
        certificate.toString());
    return new TlsForTests(store, certificate);
  }

  SSLContext context() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(String... arguments) throws InterruptedException {
    Path program = Path.of(System.getProperty("java.home"), "bin/keytool");
    List<String> words = new java.util.ArrayList<>(List.of(program.toString()));
    words.addAll(List.of(arguments));
    Ended ended = ProgramRun.of(words).run(() -> {});
    if (!ended.well()) {
      throw new IllegalStateException("keytool: " + ended.firstLine());
    }
  }
}
