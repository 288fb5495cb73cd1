package org.decisiongates.sandbox.jira.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Jira's audit log of this process, oldest first. */
public final class AuditRecords {

    private final List<AuditRecord> records = new CopyOnWriteArrayList<>();

    /**
     * An entry.
     *
     * @param author   key of whoever was logged in on the thread; empty text for nobody
     * @param category in words
     * @param action   in words
     * @param affected names of what was affected
     * @param changed  what was changed: a name, what it was, and what it is
     */
    public record AuditRecord(String author, String category, String action, List<String> affected, List<String> changed) {
    }

    public void add(AuditRecord written) {
        records.add(written);
    }

    public List<AuditRecord> all() {
        return List.copyOf(records);
    }
}
