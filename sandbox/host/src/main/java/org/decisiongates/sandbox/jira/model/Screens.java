package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Screens, the schemes that choose them by operation, and the schemes that choose those by issue type. */
public final class Screens {

    /** The screen, the screen scheme and the issue type screen scheme every project starts with. */
    public static final long DEFAULT_SCREEN = 1;
    public static final long DEFAULT_SCHEME = 1;

    private final Store store;

    Screens(Store store) {
        this.store = store;
    }

    public Optional<ScreenRow> byId(long id) {
        return store.sql("select id, name, description from jira_screen where id = ?", id).query((rows, n) -> screen(rows)).optional();
    }

    public List<ScreenRow> all() {
        return store.sql("select id, name, description from jira_screen order by id").query((rows, n) -> screen(rows)).list();
    }

    public ScreenRow create(String name, String description) {
        return byId(store.insert("insert into jira_screen (name, description) values (?, ?)", name, description)).orElseThrow();
    }

    public void update(long id, String name, String description) {
        store.sql("update jira_screen set name = ?, description = ? where id = ?", name, description, id).update();
    }

    public void delete(long id) {
        store.inTransaction(() -> {
            byId(id).ifPresent(screen -> screen.tabs().forEach(tab -> deleteTab(tab.id())));
            store.sql("delete from jira_screen where id = ?", id).update();
        });
    }

    public TabRow addTab(long screenId, String name) {
        int position = byId(screenId).map(screen -> screen.tabs().size()).orElse(0);
        return tab(store.insert("insert into jira_screen_tab (screen_id, name, seq) values (?, ?, ?)", screenId, name, position))
                .orElseThrow();
    }

    public Optional<TabRow> tab(long id) {
        return store.sql("select id, screen_id, name, seq from jira_screen_tab where id = ?", id).query((rows, n) -> tab(rows)).optional();
    }

    public void renameTab(long id, String name) {
        store.sql("update jira_screen_tab set name = ? where id = ?", name, id).update();
    }

    public void deleteTab(long id) {
        store.sql("delete from jira_screen_item where tab_id = ?", id).update();
        store.sql("delete from jira_screen_tab where id = ?", id).update();
    }

    /** Replaces the fields of a tab. */
    public void setFields(long tabId, List<String> fieldIds) {
        store.inTransaction(() -> {
            store.sql("delete from jira_screen_item where tab_id = ?", tabId).update();
            for (int i = 0; i < fieldIds.size(); i++) {
                store.sql("insert into jira_screen_item (tab_id, field_id, seq) values (?, ?, ?)", tabId, fieldIds.get(i), i).update();
            }
        });
    }

    public void addField(long tabId, String fieldId) {
        List<String> fields = new ArrayList<>(tab(tabId).orElseThrow().fieldIds());
        if (!fields.contains(fieldId)) {
            fields.add(fieldId);
            setFields(tabId, fields);
        }
    }

    public Optional<ScreenSchemeRow> scheme(long id) {
        return store.sql("select id, name, description from jira_screen_scheme where id = ?", id).query((rows, n) -> scheme(rows))
                .optional();
    }

    public List<ScreenSchemeRow> schemes() {
        return store.sql("select id, name, description from jira_screen_scheme order by id").query((rows, n) -> scheme(rows)).list();
    }

    public ScreenSchemeRow createScheme(String name, String description) {
        return scheme(store.insert("insert into jira_screen_scheme (name, description) values (?, ?)", name, description)).orElseThrow();
    }

    public void updateScheme(long id, String name, String description) {
        store.sql("update jira_screen_scheme set name = ?, description = ? where id = ?", name, description, id).update();
    }

    public void deleteScheme(long id) {
        store.sql("delete from jira_screen_scheme_item where scheme_id = ?", id).update();
        store.sql("delete from jira_screen_scheme where id = ?", id).update();
    }

    public void setScreen(long schemeId, Operation operation, long screenId) {
        store.inTransaction(() -> {
            removeScreen(schemeId, operation);
            store.sql("insert into jira_screen_scheme_item (scheme_id, operation, screen_id) values (?, ?, ?)", schemeId, operation.name(),
                    screenId).update();
        });
    }

    public void removeScreen(long schemeId, Operation operation) {
        store.sql("delete from jira_screen_scheme_item where scheme_id = ? and operation = ?", schemeId, operation.name()).update();
    }

    public Optional<IssueTypeScreenSchemeRow> typeScheme(long id) {
        return store.sql("select id, name, description from jira_type_screen_scheme where id = ?", id).query((rows, n) -> typeScheme(rows))
                .optional();
    }

    public List<IssueTypeScreenSchemeRow> typeSchemes() {
        return store.sql("select id, name, description from jira_type_screen_scheme order by id").query((rows, n) -> typeScheme(rows))
                .list();
    }

    public IssueTypeScreenSchemeRow createTypeScheme(String name, String description) {
        return typeScheme(store.insert("insert into jira_type_screen_scheme (name, description) values (?, ?)", name, description))
                .orElseThrow();
    }

    public void updateTypeScheme(long id, String name, String description) {
        store.sql("update jira_type_screen_scheme set name = ?, description = ? where id = ?", name, description, id).update();
    }

    public void deleteTypeScheme(long id) {
        store.sql("delete from jira_type_screen_scheme_item where scheme_id = ?", id).update();
        store.sql("delete from jira_type_screen_scheme where id = ?", id).update();
        store.sql("update jira_project set screen_scheme = ? where screen_scheme = ?", DEFAULT_SCHEME, id).update();
    }

    /** Chooses a screen scheme for an issue type, or with {@link IssueTypeScreenSchemeRow#DEFAULT_ENTRY} for the rest. */
    public void setScreenScheme(long typeSchemeId, String issueTypeId, long screenSchemeId) {
        store.inTransaction(() -> {
            removeScreenScheme(typeSchemeId, issueTypeId);
            store.sql("insert into jira_type_screen_scheme_item (scheme_id, issue_type, screen_scheme_id) values (?, ?, ?)", typeSchemeId,
                    issueTypeId, screenSchemeId).update();
        });
    }

    public void removeScreenScheme(long typeSchemeId, String issueTypeId) {
        store.sql("delete from jira_type_screen_scheme_item where scheme_id = ? and issue_type = ?", typeSchemeId, issueTypeId).update();
    }

    /** The screen a project shows for an issue type and operation: named entries first, default entries after. */
    public Optional<ScreenRow> screenFor(ProjectRow project, String issueTypeId, Operation operation) {
        return typeScheme(project.issueTypeScreenSchemeId()).or(() -> typeScheme(DEFAULT_SCHEME))
                .map(IssueTypeScreenSchemeRow::screenSchemes)
                .map(entries -> entries.getOrDefault(issueTypeId, entries.get(IssueTypeScreenSchemeRow.DEFAULT_ENTRY)))
                .flatMap(this::scheme).map(ScreenSchemeRow::screens)
                .map(screens -> screens.getOrDefault(operation, screens.get(Operation.DEFAULT))).flatMap(this::byId);
    }

    private ScreenRow screen(ResultSet rows) throws SQLException {
        long id = rows.getLong(1);
        return new ScreenRow(id, rows.getString(2), Store.orEmpty(rows.getString(3)),
                store.sql("select id, screen_id, name, seq from jira_screen_tab where screen_id = ? order by seq, id", id)
                        .query((tabs, n) -> tab(tabs)).list());
    }

    private TabRow tab(ResultSet rows) throws SQLException {
        long id = rows.getLong(1);
        return new TabRow(id, rows.getLong(2), rows.getString(3), rows.getInt(4),
                store.sql("select field_id from jira_screen_item where tab_id = ? order by seq, id", id).query(String.class).list());
    }

    private ScreenSchemeRow scheme(ResultSet rows) throws SQLException {
        long id = rows.getLong(1);
        Map<Operation, Long> screens = new EnumMap<>(Operation.class);
        store.sql("select operation, screen_id from jira_screen_scheme_item where scheme_id = ?", id)
                .query(item -> {
                    screens.put(Operation.valueOf(item.getString(1)), item.getLong(2));
                });
        return new ScreenSchemeRow(id, rows.getString(2), Store.orEmpty(rows.getString(3)), screens);
    }

    private IssueTypeScreenSchemeRow typeScheme(ResultSet rows) throws SQLException {
        long id = rows.getLong(1);
        Map<String, Long> schemes = new LinkedHashMap<>();
        store.sql("select issue_type, screen_scheme_id from jira_type_screen_scheme_item where scheme_id = ? order by id", id)
                .query(item -> {
                    schemes.put(item.getString(1), item.getLong(2));
                });
        return new IssueTypeScreenSchemeRow(id, rows.getString(2), Store.orEmpty(rows.getString(3)), schemes);
    }
}
