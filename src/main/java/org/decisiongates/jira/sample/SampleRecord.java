package org.decisiongates.jira.sample;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.text.NamedValues;

/**
 * The sample of a project: recorded before its issues are created, and once more after each.
 *
 * @param reporter  user key of who asked for it
 * @param begun     when that was
 * @param summaries what the issues are called, by type
 * @param ids       of the issues that were created, by type
 */
record SampleRecord(String reporter, Instant begun, Map<OwnIssueType, String> summaries, Map<OwnIssueType, String> ids) {

    private static final String REPORTER = "reporter";
    private static final String BEGUN = "begun";
    private static final String SUMMARY_OF = "summary-of-";

    SampleRecord {
        summaries = Map.copyOf(summaries);
        ids = Map.copyOf(ids);
    }

    /** The same, with the issue of a type. */
    SampleRecord with(OwnIssueType type, Long id) {
        Map<OwnIssueType, String> more = new EnumMap<>(OwnIssueType.class);
        more.putAll(ids);
        more.put(type, id.toString());
        return new SampleRecord(reporter, begun, summaries, more);
    }

    /** The same, as another issue of the type is about to be created by {@code asker}. */
    SampleRecord without(OwnIssueType type, String asker, Instant now) {
        Map<OwnIssueType, String> fewer = new EnumMap<>(OwnIssueType.class);
        fewer.putAll(ids);
        fewer.remove(type);
        return new SampleRecord(asker, now, summaries, fewer);
    }

    /** The same, asked for by nobody who is known. */
    SampleRecord withoutReporter() {
        return new SampleRecord("", begun, summaries, ids);
    }

    String write() {
        Map<String, String> members = new HashMap<>(Map.of(REPORTER, reporter, BEGUN, begun.toString()));
        summaries.forEach((type, summary) -> members.put(SUMMARY_OF + type.key(), summary));
        ids.forEach((type, id) -> members.put(type.key(), id));
        return NamedValues.write(members);
    }

    static SampleRecord read(String text) {
        Map<String, String> members = NamedValues.read(text);
        Map<OwnIssueType, String> summaries = new EnumMap<>(OwnIssueType.class);
        Map<OwnIssueType, String> ids = new EnumMap<>(OwnIssueType.class);
        for (OwnIssueType type : OwnIssueType.values()) {
            summaries.put(type, members.getOrDefault(SUMMARY_OF + type.key(), ""));
            if (members.containsKey(type.key())) {
                ids.put(type, members.get(type.key()));
            }
        }
        return new SampleRecord(members.getOrDefault(REPORTER, ""), Instant.parse(members.get(BEGUN)), summaries, ids);
    }
}
