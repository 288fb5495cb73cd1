package org.decisiongates.sandbox.jira.model;

import java.util.Optional;

/** What a field holds; for custom fields also the module key Jira knows the type by. */
public enum FieldType {
    TEXTFIELD("textfield", "string"),
    TEXTAREA("textarea", "string"),
    FLOAT("float", "number"),
    SELECT("select", "option"),
    RADIOBUTTONS("radiobuttons", "option"),
    MULTISELECT("multiselect", "array"),
    MULTICHECKBOXES("multicheckboxes", "array"),
    USERPICKER("userpicker", "user"),
    MULTIUSERPICKER("multiuserpicker", "array"),
    DATEPICKER("datepicker", "date"),
    DATETIME("datetime", "datetime"),
    LABELS("labels", "array"),
    URL("url", "string"),
    PROJECT("", "project"),
    ISSUETYPE("", "issuetype"),
    STATUS("", "status"),
    PRIORITY("", "priority"),
    RESOLUTION("", "resolution"),
    KEY("", "string"),
    COMMENT("", "comments-page"),
    LINKS("", "array"),
    VERSIONS("", "array"),
    SECURITY("", "securitylevel");

    private static final String PREFIX = "com.atlassian.jira.plugin.system.customfieldtypes:";

    private final String module;
    private final String schema;

    FieldType(String module, String schema) {
        this.module = module;
        this.schema = schema;
    }

    /** The complete module key of a custom field type. */
    public String moduleKey() {
        return PREFIX + module;
    }

    /** The type name in the {@code schema} of Jira's REST. */
    public String schema() {
        return schema;
    }

    public boolean isUser() {
        return this == USERPICKER || this == MULTIUSERPICKER;
    }

    public boolean isOption() {
        return this == SELECT || this == RADIOBUTTONS || this == MULTISELECT || this == MULTICHECKBOXES;
    }

    public boolean isMultiple() {
        return "array".equals(schema);
    }

    public boolean isText() {
        return this == TEXTFIELD || this == TEXTAREA || this == URL;
    }

    /** The custom field type with this complete module key. */
    public static Optional<FieldType> ofModule(String moduleKey) {
        for (FieldType type : values()) {
            if (!type.module.isEmpty() && type.moduleKey().equals(moduleKey)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
