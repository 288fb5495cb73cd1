package org.decisiongates.sandbox.host;

import java.util.List;

/** The SQL a box has sent to its database so far, in order. */
public record Statements(List<String> sql) {

    public Statements {
        sql = List.copyOf(sql);
    }

    public int count() {
        return sql.size();
    }

    /** What was sent after an earlier snapshot. */
    public Statements since(Statements earlier) {
        return new Statements(sql.subList(earlier.count(), sql.size()));
    }

    /** Only those that contain this text, whatever the case. */
    public Statements with(String text) {
        String wanted = text.toLowerCase(java.util.Locale.ROOT);
        return new Statements(sql.stream().filter(one -> one.toLowerCase(java.util.Locale.ROOT).contains(wanted)).toList());
    }
}
