package org.decisiongates.sandbox.host;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** SQL that a box has sent to its database, in order. */
public record Statements(List<Sent> all) {

    /**
     * One statement.
     *
     * @param thread name of the thread that sent it
     */
    public record Sent(String sql, String thread) {
    }

    public Statements {
        all = List.copyOf(all);
    }

    public List<String> sql() {
        return all.stream().map(Sent::sql).toList();
    }

    public int count() {
        return all.size();
    }

    /** Only those that contain this text, whatever the case. */
    public Statements with(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return only(sent -> sent.sql().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Those of every other thread: what these work off in their own time is sent while a test counts, or is not. */
    public Statements butOf(Set<String> threads) {
        return only(sent -> !threads.contains(sent.thread()));
    }

    private Statements only(Predicate<Sent> wanted) {
        return new Statements(all.stream().filter(wanted).toList());
    }
}
