package org.decisiongates.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Named values in one short text: {@code name=value;name=value}, with {@code \} before a separator that belongs to a value. */
public final class NamedValues {

    private static final int LAST_YEAR = 9998;

    private NamedValues() {
    }

    /** Empty values are left out. */
    public static String write(Map<String, String> members) {
        return members.entrySet().stream().filter(member -> !member.getValue().isEmpty())
                .map(member -> member.getKey() + "=" + member.getValue().replace("\\", "\\\\").replace(";", "\\;"))
                .collect(Collectors.joining(";"));
    }

    /** The members in their order. Throws {@link IllegalArgumentException} when a member has no name. */
    public static Map<String, String> read(String text) {
        Map<String, String> members = new LinkedHashMap<>();
        StringBuilder member = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\\' && i + 1 < text.length()) {
                i++;
                member.append(text.charAt(i));
            } else if (character == ';') {
                put(members, member.toString());
                member.setLength(0);
            } else {
                member.append(character);
            }
        }
        if (member.length() > 0) {
            put(members, member.toString());
        }
        return members;
    }

    /**
     * A day as journal entries have it, {@code 2026-11-20}. Throws {@link IllegalArgumentException} for anything else, and for years
     * people do not write.
     */
    public static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            // beyond four digits, moving a day by one or into a zone can overflow
            if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
                throw new IllegalArgumentException("no day of a calendar on a wall: " + text);
            }
            return day;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a day: " + text, e);
        }
    }

    private static void put(Map<String, String> members, String member) {
        int equals = member.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("not name=value: " + member);
        }
        members.put(member.substring(0, equals), member.substring(equals + 1));
    }
}
