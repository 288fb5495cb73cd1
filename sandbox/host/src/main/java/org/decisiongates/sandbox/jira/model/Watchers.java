package org.decisiongates.sandbox.jira.model;

import java.util.List;

/** Who watches which issue. */
public final class Watchers {

    private final Store store;

    Watchers(Store store) {
        this.store = store;
    }

    /** Has somebody watch an issue who may watch it already. */
    public void add(long issueId, String userKey) {
        store.inTransaction(() -> {
            store.sql("delete from jira_watch where issue_id = ? and user_key = ?", issueId, userKey).update();
            store.sql("insert into jira_watch (issue_id, user_key) values (?, ?)", issueId, userKey).update();
        });
    }

    /** User keys, sorted. */
    public List<String> of(long issueId) {
        return store.sql("select user_key from jira_watch where issue_id = ? order by user_key", issueId).query(String.class).list();
    }
}
