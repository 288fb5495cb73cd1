import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Verifies statements of approvals that Decision Gates exported, and the contents that they are about. Needs a JDK (17 or newer) and
 * nothing else: {@code java VerifyApprovals.java SHOP-1-approvals.jsonl content.json ...}. Ends with 0 only where everything holds.
 */
public final class VerifyApprovals {

    private final Set<String> contents = new HashSet<>();
    private String last = "";
    private int steps;
    private int erased;

    public static void main(String[] files) throws IOException, GeneralSecurityException {
        if (files.length == 0) {
            System.err.println("Usage: java VerifyApprovals.java STATEMENTS [CONTENT ...]");
            System.exit(2);
        }
        String said = new VerifyApprovals().verify(files);
        System.out.println(said);
        System.exit(said.startsWith("VERIFIED") ? 0 : 1);
    }

    /** What is found, beginning with VERIFIED or REFUSED. */
    String verify(String... files) throws IOException, GeneralSecurityException {
        try {
            for (String line : Files.readString(Path.of(files[0])).split("\n")) {
                add(line);
            }
            for (int i = 1; i < files.length; i++) {
                require(contents.contains(hex(Files.readAllBytes(Path.of(files[i])))), "no statement is about " + files[i]);
            }
        } catch (IllegalArgumentException | ClassCastException | NullPointerException | IndexOutOfBoundsException
                | DateTimeException | IOException e) {
            return "REFUSED after " + steps + " sound statements: " + e.getMessage();
        }
        return "VERIFIED " + steps + " statements, " + erased + " of them without a person who was erased; " + (files.length - 1)
                + " contents. The last hash is " + last;
    }

    private void add(String line) throws GeneralSecurityException {
        Map<?, ?> statement = (Map<?, ?>) new Json(line).whole();
        require("https://in-toto.io/Statement/v1".equals(statement.get("_type")), "this is no statement of in-toto");
        boolean isReauthenticated = "urn:decision-gates:approval:2".equals(statement.get("predicateType"));
        require(isReauthenticated || "urn:decision-gates:approval:1".equals(statement.get("predicateType")),
                "this is no statement of an approval");
        Map<?, ?> step = (Map<?, ?>) statement.get("predicate");
        require(isReauthenticated == step.containsKey("reauthenticated")
                && (!isReauthenticated || text(step, "reauthenticated").equals("true")),
                "whether a password was given was changed");
        require(step.get("step").equals(Integer.toString(steps + 1)), "a statement is missing, or not in its place");
        require(step.get("previous").equals(last), "it does not follow from the one before it");
        boolean isErased = step.get("salt") == null && step.get("erasure") != null;
        require(isErased || step.get("salt") != null && step.get("personal").equals(hash(List.of(text(step, "salt"), text(step, "actor"),
                step.get("onBehalfOf") == null ? "" : text(step, "onBehalfOf"), text(step, "comment")))), "who said it was changed");
        require(step.get("hash").equals(hash(sealed(step, isReauthenticated))), "what it says was changed");
        List<?> subjects = (List<?>) statement.get("subject");
        String subject = text((Map<?, ?>) ((Map<?, ?>) subjects.get(0)).get("digest"), "sha256");
        String content = text(step, "content");
        require(subjects.size() == 1 && subject.equals(content.isEmpty() ? last : content), "its subject was changed");
        contents.add(content);
        last = text(step, "hash");
        erased += isErased ? 1 : 0;
        steps++;
    }

    private static List<String> sealed(Map<?, ?> step, boolean isReauthenticated) {
        List<?> requirements = (List<?>) step.get("requirements");
        List<String> parts = new ArrayList<>(List.of("decision-gates approval " + (isReauthenticated ? 2 : 1), text(step, "issueId"),
                text(step, "projectId"),
                text(step, "step"), text(step, "verdict"), Long.toString(Instant.parse(text(step, "at")).toEpochMilli()),
                text(step, "content"), text(step, "personal"), text(step, "previous"), Integer.toString(requirements.size())));
        requirements.forEach(one -> parts.add((String) one));
        // a sorted map
        ((Map<?, ?>) step.get("sections")).forEach((section, digest) -> parts.addAll(List.of((String) section, (String) digest)));
        return parts;
    }

    private static String text(Map<?, ?> object, String name) {
        return (String) object.get(name);
    }

    /** SHA-256 over each text in UTF-8, each behind its length in four bytes. */
    private static String hash(List<String> parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hex(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Reads JSON: objects as sorted maps, numbers as they are written. */
    private static final class Json {

        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object whole() {
            Object value = value();
            require(at == text.length(), "there is something behind the statement");
            return value;
        }

        private Object value() {
            char first = text.charAt(at);
            if (first == '{') {
                Map<String, Object> object = new TreeMap<>();
                for (at++; !take('}'); take(',')) {
                    String name = string();
                    require(take(':') && !object.containsKey(name), "a member is there twice: " + name);
                    object.put(name, value());
                }
                return object;
            }
            if (first == '[') {
                List<Object> list = new ArrayList<>();
                for (at++; !take(']'); take(',')) {
                    list.add(value());
                }
                return list;
            }
            if (first == '"') {
                return string();
            }
            int start = at;
            while (at < text.length() && "}],".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(start, at);
            require(word.matches("null|true|[0-9]+"), "this is no value: " + word);
            return word.equals("null") ? null : word;
        }

        private String string() {
            require(take('"'), "a text is expected at character " + at);
            StringBuilder read = new StringBuilder();
            while (!take('"')) {
                char character = text.charAt(at++);
                if (character != '\\') {
                    read.append(character);
                    continue;
                }
                char escape = text.charAt(at++);
                if (escape == 'u') {
                    read.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                } else {
                    int known = "bfnrt".indexOf(escape);
                    read.append(known < 0 ? escape : "\b\f\n\r\t".charAt(known));
                }
            }
            return read.toString();
        }

        private boolean take(char wanted) {
            require(at < text.length(), "the statement is cut off");
            boolean isThere = text.charAt(at) == wanted;
            at += isThere ? 1 : 0;
            return isThere;
        }
    }
}
