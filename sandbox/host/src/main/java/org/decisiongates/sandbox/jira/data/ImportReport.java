package org.decisiongates.sandbox.jira.data;

import java.util.Map;
import java.util.TreeMap;

/** What an import took and what it left out, in words for an administrator. */
public final class ImportReport {

    private final Map<String, Integer> skipped = new TreeMap<>();
    private int issues;
    private int links;
    private String stopped = "";

    void took() {
        issues++;
    }

    void linked() {
        links++;
    }

    void skip(String what) {
        skipped.merge(what, 1, Integer::sum);
    }

    void stop(String why) {
        stopped = why;
    }

    public int issues() {
        return issues;
    }

    public int links() {
        return links;
    }

    /** What was left out, with how often. */
    public Map<String, Integer> skipped() {
        return skipped;
    }

    /** Why reading ended before the end; empty when it did not. */
    public String stopped() {
        return stopped;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Imported ").append(issues).append(" issues and ").append(links).append(" links.");
        if (!stopped.isEmpty()) {
            text.append(" Stopped early: ").append(stopped);
        }
        skipped.forEach(
                (what, times) -> text.append("\n- skipped").append(times == 1 ? "" : " " + times + " times").append(": ").append(what));
        return text.toString();
    }
}
