package org.decisiongates.sandbox.confluence.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** The spaces, and who may do what in each. */
public final class Spaces {

    private static final String SELECT = "select id, space_key, name, description, home_page from cf_space ";
    private static final RowMapper<Space> SPACE = (row, number) -> new Space(row.getLong(1), row.getString(2), row.getString(3),
            row.getString(4), Optional.ofNullable((Number) row.getObject(5)).map(Number::longValue));

    private final JdbcClient jdbc;
    private final People people;

    Spaces(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** Adds a space and returns its id. */
    public long add(String key, String name, String description) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("insert into cf_space (space_key, name, description) values (?, ?, ?)").params(key, name, description).update(id, "id");
        return id.getKeyAs(Number.class).longValue();
    }

    /** Removes a space that holds no pages. */
    public void delete(Space space) {
        jdbc.sql("delete from cf_permission where space_id = ?").param(space.id()).update();
        jdbc.sql("delete from cf_space where id = ?").param(space.id()).update();
    }

    public void setHomePage(long space, long page) {
        jdbc.sql("update cf_space set home_page = ? where id = ?").params(page, space).update();
    }

    public void grantGroup(long space, Permission permission, String group) {
        grant(space, permission, "group", group);
    }

    public void grantEverybody(long space, Permission permission) {
        grant(space, permission, "everybody", "");
    }

    private void grant(long space, Permission permission, String kind, String subject) {
        jdbc.sql("insert into cf_permission (space_id, kind, subject_kind, subject) values (?, ?, ?, ?)")
                .params(space, permission.name(), kind, subject).update();
    }

    /** The space with that key; for the system, whoever asks. */
    public Optional<Space> find(String key) {
        return !Storable.isText(key) ? Optional.empty() : jdbc.sql(SELECT + "where space_key = ?").param(key).query(SPACE).optional();
    }

    /** The spaces that somebody may see, by name. */
    public List<Space> visibleTo(Optional<String> viewer) {
        return jdbc.sql(SELECT + "order by name").query(SPACE).list().stream()
                .filter(space -> may(viewer, Permission.VIEW, space.key())).toList();
    }

    /** Whether somebody, or an anonymous visitor, may do that in a space. */
    public boolean may(Optional<String> viewer, Permission wanted, String spaceKey) {
        Set<String> groups = viewer.map(people::groups).orElse(Set.of());
        if (groups.contains(People.ADMINISTRATORS)) {
            return true;
        }
        if (viewer.isPresent() && groups.isEmpty() || !Storable.isText(spaceKey)) {
            return false;
        }
        return jdbc.sql("""
                select p.kind, p.subject_kind, p.subject from cf_permission p join cf_space s on s.id = p.space_id
                where s.space_key = ?""").param(spaceKey)
                .query((row, number) -> Permission.valueOf(row.getString(1)).compareTo(wanted) >= 0
                        && (row.getString(2).equals("everybody") || groups.contains(row.getString(3))))
                .list().contains(true);
    }
}
