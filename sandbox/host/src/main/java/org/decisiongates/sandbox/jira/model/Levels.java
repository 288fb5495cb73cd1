package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Security levels of issues, by scheme. A level is granted to groups, to the reporter or to the assignee. */
public final class Levels {

    /** The field of issues that holds their level. */
    public static final String FIELD = "security";
    /** Grants a level to whoever reported the issue. */
    public static final String REPORTER = "$reporter";
    /** Grants a level to whoever is assigned. */
    public static final String ASSIGNEE = "$assignee";

    private static final String COLUMNS = "select l.id, l.scheme_id, l.name from jira_level l ";
    private static final String GRANTED = "(g.grantee in (select group_name from jira_membership m join jira_user u "
            + "on u.user_key = m.user_key"
            + " where m.user_key = ? and u.active = 1) or g.grantee = '" + REPORTER + "' and i.reporter = ? or g.grantee = '" + ASSIGNEE
            + "' and i.assignee = ?)";

    private final Store store;

    Levels(Store store) {
        this.store = store;
    }

    public long createScheme(String name) {
        return store.insert("insert into jira_level_scheme (name) values (?)", name);
    }

    public LevelRow create(long schemeId, String name, List<String> grantees) {
        long id = store.insert("insert into jira_level (scheme_id, name) values (?, ?)", schemeId, name);
        grantees.forEach(grantee -> store.sql("insert into jira_level_grant (level_id, grantee) values (?, ?)", id, grantee).update());
        return byId(id).orElseThrow();
    }

    public void useScheme(long projectId, long schemeId) {
        store.sql("delete from jira_project_level_scheme where project_id = ?", projectId).update();
        store.sql("insert into jira_project_level_scheme (project_id, scheme_id) values (?, ?)", projectId, schemeId).update();
    }

    public List<LevelRow> of(long projectId) {
        return store
                .sql(COLUMNS + "join jira_project_level_scheme p on p.scheme_id = l.scheme_id where p.project_id = ? order by l.id",
                        projectId)
                .query(Levels::row).list();
    }

    public Optional<LevelRow> byId(long id) {
        return store.sql(COLUMNS + "where l.id = ?", id).query(Levels::row).optional();
    }

    public List<LevelRow> named(String name) {
        return store.sql(COLUMNS + "where lower(l.name) = lower(?) order by l.id", name).query(Levels::row).list();
    }

    Optional<LevelRow> find(long projectId, String nameOrId) {
        return of(projectId).stream().filter(one -> String.valueOf(one.id()).equals(nameOrId) || one.name().equals(nameOrId)).findFirst();
    }

    /** Whether the issue's level, if it has one, lets somebody see it. */
    boolean lets(String userKey, IssueRow issue) {
        Sql may = maySee(userKey);
        List<Object> arguments = new java.util.ArrayList<>(may.arguments());
        arguments.add(issue.id());
        return issue.values(FIELD).isEmpty()
                || store.sql("select count(*) from jira_issue i where " + may.text() + " and i.id = ?", arguments.toArray())
                        .query(Long.class).single() == 1;
    }

    /** Holds for issues {@code i} whose level, if any, {@code userKey} is granted. */
    static Sql maySee(String userKey) {
        String user = Store.orEmpty(userKey);
        return new Sql(
                "not exists (select 1 from jira_issue_value s where s.issue_id = i.id and s.field_id = '" + FIELD + "' and not exists"
                        + " (select 1 from jira_level_grant g where cast(g.level_id as varchar(30)) = s.text_value and " + GRANTED + "))",
                List.of(user, user, user));
    }

    private static LevelRow row(ResultSet rows, int number) throws SQLException {
        return new LevelRow(rows.getLong(1), rows.getLong(2), rows.getString(3));
    }
}
