package com.atlassian.audit.entity;

public class ChangedValue {

    private final String key;
    private final String from;
    private final String to;

    ChangedValue(String key, String from, String to) {
        this.key = key;
        this.from = from;
        this.to = to;
    }

    public static Builder fromI18nKeys(String i18nKey) {
        return new Builder(i18nKey);
    }

    public String getI18nKey() {
        return key;
    }

    public String getFrom() {
        return from;
    }

    public String getTo() {
        return to;
    }

    public static class Builder {

        private final String key;
        private String before;
        private String after;

        Builder(String key) {
            this.key = key;
        }

        public Builder from(String value) {
            before = value;
            return this;
        }

        public Builder to(String value) {
            after = value;
            return this;
        }

        public ChangedValue build() {
            return new ChangedValue(key, before, after);
        }
    }
}
