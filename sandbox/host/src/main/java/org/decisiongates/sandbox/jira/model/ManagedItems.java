package org.decisiongates.sandbox.jira.model;

import java.util.Optional;

/** Which custom fields apps manage. It binds Jira's pages alone: what apps do themselves asks nobody. */
public final class ManagedItems {

    private final Store store;

    ManagedItems(Store store) {
        this.store = store;
    }

    public Optional<ManagedItemRow> of(String fieldId) {
        return store.sql("select item_id, managed, access_level, source, description_key from jira_managed_item where item_id = ?", fieldId)
                .query((rows, number) -> new ManagedItemRow(rows.getString(1), rows.getInt(2) == 1, rows.getString(3),
                        Store.orEmpty(rows.getString(4)), Store.orEmpty(rows.getString(5))))
                .optional();
    }

    public boolean isLocked(String fieldId) {
        return of(fieldId).filter(ManagedItemRow::isLocked).isPresent();
    }

    public void put(ManagedItemRow item) {
        store.inTransaction(() -> {
            store.sql("delete from jira_managed_item where item_id = ?", item.fieldId()).update();
            store.sql("insert into jira_managed_item (item_id, managed, access_level, source, description_key) values (?, ?, ?, ?, ?)",
                    item.fieldId(), item.managed() ? 1 : 0, item.level(), item.source(), item.descriptionKey()).update();
        });
    }
}
