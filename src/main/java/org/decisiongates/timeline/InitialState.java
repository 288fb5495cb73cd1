package org.decisiongates.timeline;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.text.NamedValues;

/**
 * The state of an issue when it was created.
 *
 * @param phase          in the notation of {@link Change.Item#PHASE}
 * @param owner          user key; empty for nobody
 * @param due            due date
 * @param customerFacing whether customers notice
 * @param fallback       whether a fallback is written down
 * @param releaseStart   start of the release it is meant for, as planned then
 * @param releaseLaunch  planned launch of that release, as planned then
 */
public record InitialState(String phase, String owner, Optional<LocalDate> due, boolean customerFacing, boolean fallback,
        Optional<LocalDate> releaseStart, Optional<LocalDate> releaseLaunch) {

    private static final String YES = "yes";

    /** The notation that is stored: {@code phase=OPEN;owner=lead;due=2026-11-20}, what is absent left out, separators in values escaped. */
    public String text() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("phase", phase);
        members.put("owner", owner);
        members.put("due", due.map(LocalDate::toString).orElse(""));
        members.put("customer-facing", customerFacing ? YES : "");
        members.put("fallback", fallback ? YES : "");
        members.put("release-start", releaseStart.map(LocalDate::toString).orElse(""));
        members.put("release-launch", releaseLaunch.map(LocalDate::toString).orElse(""));
        return NamedValues.write(members);
    }

    /** The same in another phase. */
    InitialState in(String other) {
        return new InitialState(other, owner, due, customerFacing, fallback, releaseStart, releaseLaunch);
    }

    /** Reads {@link #text()}; members this version does not know are ignored. Throws {@link IllegalArgumentException} for invalid text. */
    public static InitialState of(String text) {
        Map<String, String> members = NamedValues.read(text);
        return new InitialState(members.getOrDefault("phase", ""), members.getOrDefault("owner", ""), date(members, "due"),
                YES.equals(members.get("customer-facing")), YES.equals(members.get("fallback")), date(members, "release-start"),
                date(members, "release-launch"));
    }

    private static Optional<LocalDate> date(Map<String, String> members, String name) {
        return Optional.ofNullable(members.get(name)).map(NamedValues::day);
    }
}
