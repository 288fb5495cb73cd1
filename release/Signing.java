import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Signs what a release consists of, and checks it again. Plain JDK, run from source: {@code java release/Signing.java sign|verify …}.
 * A signature is Ed25519 over the exact bytes of the jar, in a file beside it, as the products' app signing wants it.
 */
public final class Signing {
    private static final Map<String, String> SUMS = new TreeMap<>(Map.of("SHA256SUMS", "SHA-256", "SHA512SUMS", "SHA-512"));

    private Signing() {
    }

    public static void main(String[] arguments) throws IOException {
        try {
            if (arguments.length == 5 && arguments[0].equals("sign")) {
                sign(Path.of(arguments[1]), arguments[2], Path.of(arguments[3]), Path.of(arguments[4]));
            } else if (arguments.length == 3 && arguments[0].equals("verify")) {
                verify(Path.of(arguments[1]), arguments[2]);
            } else {
                throw new IllegalArgumentException("usage: sign FOLDER JAR KEY CERTIFICATE | verify FOLDER JAR");
            }
        } catch (IllegalArgumentException | GeneralSecurityException refused) {
            System.err.println("release: " + refused.getMessage());
            System.exit(1);
        }
    }

    private static void sign(Path folder, String jar, Path key, Path certificate) throws IOException, GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key(key));
        signature.update(Files.readAllBytes(folder.resolve(jar)));
        byte[] signed = signature.sign();
        Files.write(folder.resolve(jar + ".sig"), signed);
        Files.writeString(folder.resolve(jar + ".sig.txt"), Base64.getEncoder().encodeToString(signed));
        Files.copy(certificate, folder.resolve(jar + ".crt"));
        for (Map.Entry<String, String> sum : SUMS.entrySet()) {
            StringBuilder lines = new StringBuilder();
            for (Path file : summed(folder)) {
                lines.append(digest(sum.getValue(), file)).append("  ").append(file.getFileName()).append('\n');
            }
            Files.writeString(folder.resolve(sum.getKey()), lines);
        }
    }

    private static void verify(Path folder, String jar) throws IOException, GeneralSecurityException {
        X509Certificate certificate;
        try (var in = Files.newInputStream(folder.resolve(jar + ".crt"))) {
            certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        certificate.checkValidity();
        byte[] signed = Files.readAllBytes(folder.resolve(jar + ".sig"));
        require(Base64.getEncoder().encodeToString(signed).equals(Files.readString(folder.resolve(jar + ".sig.txt"))),
                "the two forms of the signature differ");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(certificate.getPublicKey());
        signature.update(Files.readAllBytes(folder.resolve(jar)));
        require(signature.verify(signed), "the signature is not of this jar, or not by this certificate");
        for (Map.Entry<String, String> sum : SUMS.entrySet()) {
            List<String> lines = new ArrayList<>();
            for (Path file : summed(folder)) {
                lines.add(digest(sum.getValue(), file) + "  " + file.getFileName());
            }
            require(lines.equals(Files.readAllLines(folder.resolve(sum.getKey()))), sum.getKey() + " does not fit the files");
        }
        System.out.println("verified " + jar + ", signed by " + certificate.getSubjectX500Principal() + ", valid until "
                + certificate.getNotAfter().toInstant());
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        require(text.contains("BEGIN PRIVATE KEY"), file + " holds no private key in PEM form without a password (PKCS #8)");
        byte[] encoded = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static List<Path> summed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !SUMS.containsKey(file.getFileName().toString())).sorted().toList();
        }
    }

    private static String digest(String algorithm, Path file) throws IOException, GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
    }

    private static void require(boolean held, String complaint) {
        if (!held) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
