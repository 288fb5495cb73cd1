package org.decisiongates.sandbox.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The signature check of Platform 8, over the exact bytes of the jar. */
public class SignatureWiredTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path jar;
    private Path truststore;
    private PrivateKey key;

    @Before
    public void certificate() throws Exception {
        jar = PluginSource.aPlugin("org.example.signed").jar(folder.getRoot().toPath());
        truststore = folder.newFolder("truststore").toPath();
        Path store = folder.getRoot().toPath().resolve("keys.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
                "signing",
                "-keyalg", "Ed25519", "-dname", "CN=Signing", "-validity", "30", "-storetype", "PKCS12", "-keystore", store.toString(),
                "-storepass", "secret1").redirectErrorStream(true).start();
        assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
        assertEquals(new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8), 0, keytool.exitValue());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "secret1".toCharArray());
        }
        key = (PrivateKey) keys.getKey("signing", "secret1".toCharArray());
        Certificate certificate = keys.getCertificate("signing");
        Files.writeString(truststore.resolve("signing.crt"), "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n");
    }

    @Test
    public void takesAJarThatATrustedCertificateSigned() throws Exception {
        sign();
        try (RunningBox box = start()) {
            assertEquals("org.example.signed", box.plugin("org.example.signed").key());
        }
    }

    @Test
    public void refusesAJarWithoutASignature() {
        refused();
    }

    @Test
    public void refusesAJarThatChangedAfterItWasSigned() throws Exception {
        sign();
        Files.write(jar, new byte[] {0}, StandardOpenOption.APPEND);
        refused();
    }

    @Test
    public void refusesASignatureNobodyTrusts() throws Exception {
        sign();
        Files.delete(truststore.resolve("signing.crt"));
        refused();
    }

    private void refused() {
        PluginRefused e = assertThrows(PluginRefused.class, () -> start().close());
        assertTrue(e.getMessage(), e.getMessage().contains("Signature check failed!"));
    }

    private void sign() throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(Files.readAllBytes(jar));
        Files.writeString(jar.resolveSibling(jar.getFileName() + ".sig"), Base64.getEncoder().encodeToString(signature.sign()));
    }

    private RunningBox start() throws IOException {
        return SandboxHost.start(TinyProduct.jira(),
                Options.in(folder.newFolder().toPath()).withClock(TestTime.CLOCK).withTruststore(truststore), List.of(jar));
    }
}
