package org.ofbiz.core.entity;

import java.util.Map;

public class GenericValue {
    private final String entity;
    private final Map<String, Object> columns;

    public GenericValue(String entity, Map<String, Object> columns) {
        this.entity = entity;
        this.columns = columns;
    }

    public Long getLong(String column) {
        if (!columns.containsKey(column)) {
            throw new IllegalArgumentException("The entity " + entity + " has no column " + column);
        }
        return (Long) columns.get(column);
    }
}
