package org.decisiongates.sandbox.confluence.storage;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes text and attributes so that a browser reads them as text, and tells which addresses a page may link to. */
public final class Html {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "ftp");
    private static final Pattern DECLARATION = Pattern.compile(
            "(?:color|background-color|text-align|text-decoration|margin-left|width|height|vertical-align):\\s*[#\\w .,%()-]{1,60}");

    private Html() {
    }

    /** The text with every character of HTML's syntax escaped; safe in content and in quoted attributes. */
    public static String escape(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            String replacement = replacement(text.charAt(i));
            if (replacement != null && out == null) {
                out = new StringBuilder(text.length() + 32).append(text, 0, i);
            }
            if (out != null) {
                if (replacement == null) {
                    out.append(text.charAt(i));
                } else {
                    out.append(replacement);
                }
            }
        }
        return out == null ? text : out.toString();
    }

    private static String replacement(char character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }

    /** Whether a link may lead there: a relative address, or a scheme that cannot run a script. */
    public static boolean isSafeAddress(String address) {
        String trimmed = address.strip();
        if (trimmed.chars().anyMatch(c -> c <= ' ' || c == '\\' || Character.getType(c) == Character.FORMAT)) {
            return false;
        }
        int colon = trimmed.indexOf(':');
        return colon < 0 || trimmed.substring(0, colon).matches(".*[/?#].*")
                || SCHEMES.contains(trimmed.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    /** The declarations of a style attribute that can only change colour, size and alignment. */
    static String harmlessStyle(String style) {
        StringBuilder allowed = new StringBuilder();
        for (String declaration : style.split(";")) {
            String candidate = declaration.strip();
            String lower = candidate.toLowerCase(Locale.ROOT);
            if (DECLARATION.matcher(lower).matches() && !lower.contains("url") && !lower.contains("expression")) {
                allowed.append(allowed.isEmpty() ? "" : "; ").append(candidate);
            }
        }
        return allowed.toString();
    }
}
