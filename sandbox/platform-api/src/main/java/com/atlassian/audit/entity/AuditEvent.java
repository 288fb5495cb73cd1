package com.atlassian.audit.entity;

import java.util.ArrayList;
import java.util.List;

public class AuditEvent {

    private final AuditType type;
    private final List<AuditResource> affected;
    private final List<ChangedValue> changed;

    AuditEvent(AuditType type, List<AuditResource> affected, List<ChangedValue> changed) {
        this.type = type;
        this.affected = affected;
        this.changed = changed;
    }

    public static Builder builder(AuditType type) {
        return new Builder(type);
    }

    public String getCategoryI18nKey() {
        return type.getCategoryI18nKey();
    }

    public String getActionI18nKey() {
        return type.getActionI18nKey();
    }

    public List<AuditResource> getAffectedObjects() {
        return affected;
    }

    public List<ChangedValue> getChangedValues() {
        return changed;
    }

    public static class Builder {

        private final AuditType type;
        private final List<AuditResource> affected = new ArrayList<>();
        private final List<ChangedValue> changed = new ArrayList<>();

        Builder(AuditType type) {
            this.type = type;
        }

        public Builder affectedObject(AuditResource affectedObject) {
            affected.add(affectedObject);
            return this;
        }

        public Builder addChangedValueIfDifferent(ChangedValue changedValue) {
            changed.add(changedValue);
            return this;
        }

        public AuditEvent build() {
            return new AuditEvent(type, List.copyOf(affected), List.copyOf(changed));
        }
    }
}
