package com.atlassian.audit.entity;

public class AuditType {

    private final String category;
    private final String action;

    AuditType(String category, String action) {
        this.category = category;
        this.action = action;
    }

    public static Builder fromI18nKeys(CoverageArea area, CoverageLevel level, String categoryI18nKey, String actionI18nKey) {
        return new Builder(categoryI18nKey, actionI18nKey);
    }

    public String getCategoryI18nKey() {
        return category;
    }

    public String getActionI18nKey() {
        return action;
    }

    public static class Builder {

        private final String category;
        private final String action;

        Builder(String category, String action) {
            this.category = category;
            this.action = action;
        }

        public AuditType build() {
            return new AuditType(category, action);
        }
    }
}
