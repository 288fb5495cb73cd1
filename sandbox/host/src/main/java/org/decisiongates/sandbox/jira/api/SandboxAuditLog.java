package org.decisiongates.sandbox.jira.api;

import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.audit.entity.AuditResource;
import com.atlassian.audit.entity.ChangedValue;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.jira.model.AuditRecords;

/** {@code AuditService}. Whoever is logged in on the thread is the author; a text without a key that somebody has is refused. */
record SandboxAuditLog(Box box, AuditRecords records) {

    public void audit(AuditEvent event) {
        records.add(new AuditRecords.AuditRecord(box.currentUser().key().orElse(""),
                text(event.getCategoryI18nKey()), text(event.getActionI18nKey()),
                event.getAffectedObjects().stream().map(AuditResource::getName).toList(),
                event.getChangedValues().stream().map(this::changed).toList()));
    }

    private String changed(ChangedValue value) {
        return text(value.getI18nKey()) + ": " + orNothing(value.getFrom()) + " > " + orNothing(value.getTo());
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }

    private String text(String key) {
        if (!box.texts().knows(key)) {
            throw new IllegalArgumentException("No text has the key " + key + ".");
        }
        return box.texts().text(key);
    }
}
