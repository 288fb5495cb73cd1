package com.atlassian.audit.entity;

public class AuditResource {

    private final String name;
    private final String type;
    private final String id;

    AuditResource(String name, String type, String id) {
        this.name = name;
        this.type = type;
        this.id = id;
    }

    public static Builder builder(String name, String type) {
        return new Builder(name, type);
    }

    public String getName() {
        return name;
    }

    public String getType() {
        return type;
    }

    public String getId() {
        return id;
    }

    public static class Builder {

        private final String name;
        private final String type;
        private String id;

        Builder(String name, String type) {
            this.name = name;
            this.type = type;
        }

        public Builder id(String identity) {
            id = identity;
            return this;
        }

        public AuditResource build() {
            return new AuditResource(name, type, id);
        }
    }
}
