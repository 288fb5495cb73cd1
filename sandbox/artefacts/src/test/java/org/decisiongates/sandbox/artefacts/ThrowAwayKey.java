package org.decisiongates.sandbox.artefacts;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** An Ed25519 key and its certificate in the form openssl writes them, made by the JDK's own tool. */
record ThrowAwayKey(Path file, Path certificate) {

    static ThrowAwayKey in(Path folder, String days) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("key.p12");
        Command.Outcome outcome = Command.run(folder, Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", "key", "-keyalg", "Ed25519",
                "-dname", "CN=Throw away", "-validity", days, "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass",
                "changeit");
        assertTrue(outcome.said(), outcome.ended(0));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        ThrowAwayKey made = new ThrowAwayKey(folder.resolve("signing.key"), folder.resolve("signing.crt"));
        Files.writeString(made.file, pem("PRIVATE KEY", keys.getKey("key", "changeit".toCharArray()).getEncoded()));
        Files.writeString(made.certificate, pem("CERTIFICATE", keys.getCertificate("key").getEncoded()));
        return made;
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END "
                + kind + "-----\n";
    }
}
