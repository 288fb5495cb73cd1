package org.decisiongates.sandbox.host.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.decisiongates.sandbox.host.PluginRefused;

/**
 * What the products do from Platform 8 on: a detached Ed25519 signature over the exact bytes of the jar, by a trusted certificate.
 * The signature is expected beside the jar as {@code name.jar.sig}, as Base64 text.
 */
public final class SignatureCheck {

    private SignatureCheck() {
    }

    /** Refuses a jar that no certificate of the folder has signed. */
    public static void verify(Path jar, Path truststore) {
        String shown = jar.getFileName().toString();
        Path signature = jar.resolveSibling(shown + ".sig");
        if (!Files.isRegularFile(signature)) {
            throw new PluginRefused(shown, "Signature check failed! There is no signature " + signature.getFileName() + " beside it.");
        }
        try {
            byte[] signed = Base64.getMimeDecoder().decode(Files.readString(signature, StandardCharsets.US_ASCII).trim());
            byte[] bytes = Files.readAllBytes(jar);
            List<X509Certificate> trusted = certificates(truststore);
            for (X509Certificate certificate : trusted) {
                if (signs(certificate.getPublicKey(), bytes, signed)) {
                    certificate.checkValidity();
                    return;
                }
            }
            throw new PluginRefused(shown, "Signature check failed! None of the " + trusted.size()
                    + " certificates in " + truststore.getFileName() + " has signed exactly these bytes.");
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new PluginRefused(shown, "Signature check failed! " + e.getMessage(), e);
        }
    }

    private static boolean signs(PublicKey key, byte[] bytes, byte[] signed) throws GeneralSecurityException {
        if (!List.of("EdDSA", "Ed25519").contains(key.getAlgorithm()) || signed.length != 64) {
            return false;
        }
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(bytes);
        return check.verify(signed);
    }

    private static List<X509Certificate> certificates(Path truststore) throws IOException, GeneralSecurityException {
        List<X509Certificate> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(truststore)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".crt") || one.toString().endsWith(".pem")).sorted().toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    found.add((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
                }
            }
        }
        return found;
    }
}
