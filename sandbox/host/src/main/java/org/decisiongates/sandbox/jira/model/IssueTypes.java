package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Issue types and the schemes that offer them to projects. */
public final class IssueTypes {

    /** The scheme every new type joins and every new project uses. */
    public static final long DEFAULT_SCHEME = 1;

    private static final String COLUMNS = "select id, name, description, avatar_id, sub_task from jira_issue_type ";

    private final Store store;

    IssueTypes(Store store) {
        this.store = store;
    }

    public Optional<IssueTypeRow> byId(String id) {
        return number(id).flatMap(number -> store.sql(COLUMNS + "where id = ?", number).query(IssueTypes::row).optional());
    }

    public Optional<IssueTypeRow> byName(String name) {
        return store.sql(COLUMNS + "where lower(name) = lower(?)", Store.orEmpty(name)).query(IssueTypes::row).optional();
    }

    public List<IssueTypeRow> all() {
        return store.sql(COLUMNS + "order by id").query(IssueTypes::row).list();
    }

    public List<IssueTypeRow> ofProject(ProjectRow project) {
        return scheme(project.issueTypeSchemeId()).map(this::typesOf).orElse(List.of());
    }

    public List<IssueTypeRow> typesOf(IssueTypeSchemeRow scheme) {
        return scheme.issueTypeIds().stream().flatMap(id -> byId(id).stream()).toList();
    }

    /** Creates a type and, as Jira does, adds it to the default scheme. */
    public IssueTypeRow create(String name, String description, long avatarId, boolean subTask) {
        return store.inTransaction(() -> {
            if (name == null || name.isBlank()) {
                throw new IllegalArgumentException("An issue type needs a name.");
            }
            if (byName(name).isPresent()) {
                throw new IllegalStateException("An issue type named '" + name + "' already exists.");
            }
            long id = store.insert("insert into jira_issue_type (name, description, avatar_id, sub_task) values (?, ?, ?, ?)", name,
                    description, avatarId, subTask ? 1 : 0);
            scheme(DEFAULT_SCHEME).ifPresent(scheme -> {
                List<String> ids = new ArrayList<>(scheme.issueTypeIds());
                ids.add(String.valueOf(id));
                setTypes(DEFAULT_SCHEME, ids);
            });
            return byId(String.valueOf(id)).orElseThrow();
        });
    }

    public void update(String id, String name, String description, long avatarId) {
        byName(name).filter(other -> !other.id().equals(id)).ifPresent(other -> {
            throw new IllegalStateException("An issue type named '" + name + "' already exists.");
        });
        store.sql("update jira_issue_type set name = ?, description = ?, avatar_id = ? where id = ?", name, description, avatarId,
                Long.parseLong(id)).update();
    }

    public Optional<IssueTypeSchemeRow> scheme(long id) {
        return store.sql("select id, name, description from jira_type_scheme where id = ?", id)
                .query((rows, number) -> scheme(rows)).optional();
    }

    public List<IssueTypeSchemeRow> schemes() {
        return store.sql("select id, name, description from jira_type_scheme order by id").query((rows, number) -> scheme(rows)).list();
    }

    public IssueTypeSchemeRow createScheme(String name, String description, Collection<String> issueTypeIds) {
        return store.inTransaction(() -> {
            long id = store.insert("insert into jira_type_scheme (name, description) values (?, ?)", name, description);
            setTypes(id, issueTypeIds);
            return scheme(id).orElseThrow();
        });
    }

    /** Replaces the list of a scheme; what is not in {@code issueTypeIds} is no longer offered. */
    public void setTypes(long schemeId, Collection<String> issueTypeIds) {
        store.inTransaction(() -> {
            store.sql("delete from jira_type_scheme_item where scheme_id = ?", schemeId).update();
            int position = 0;
            for (String type : new LinkedHashSet<>(issueTypeIds)) {
                store.sql("insert into jira_type_scheme_item (scheme_id, issue_type, seq) values (?, ?, ?)", schemeId, type, position++)
                        .update();
            }
        });
    }

    public void deleteScheme(long id) {
        store.sql("delete from jira_type_scheme_item where scheme_id = ?", id).update();
        store.sql("delete from jira_type_scheme where id = ?", id).update();
        store.sql("update jira_project set issue_type_scheme = ? where issue_type_scheme = ?", DEFAULT_SCHEME, id).update();
    }

    private IssueTypeSchemeRow scheme(ResultSet rows) throws SQLException {
        long id = rows.getLong(1);
        return new IssueTypeSchemeRow(id, rows.getString(2), Store.orEmpty(rows.getString(3)),
                store.sql("select issue_type from jira_type_scheme_item where scheme_id = ? order by seq", id).query(String.class).list());
    }

    static Optional<Long> number(String id) {
        return id != null && id.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    private static IssueTypeRow row(ResultSet rows, int number) throws SQLException {
        return new IssueTypeRow(String.valueOf(rows.getLong(1)), rows.getString(2), Store.orEmpty(rows.getString(3)), rows.getLong(4),
                rows.getInt(5) == 1);
    }
}
