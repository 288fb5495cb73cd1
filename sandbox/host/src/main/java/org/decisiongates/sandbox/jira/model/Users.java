package org.decisiongates.sandbox.jira.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Accounts and groups. */
public final class Users {

    /** Whoever is in it has application access. */
    public static final String LICENSED = "jira-software-users";

    private static final String COLUMNS = "select id, user_key, user_name, display_name, email, active from jira_user ";

    private final Store store;

    Users(Store store) {
        this.store = store;
    }

    public Optional<UserRow> byKey(String key) {
        return key == null ? Optional.empty() : store.sql(COLUMNS + "where user_key = ?", key).query(Users::row).optional();
    }

    /** The account of this user name, whatever its case. */
    public Optional<UserRow> byName(String name) {
        return name == null ? Optional.empty()
                : store.sql(COLUMNS + "where user_name = ?", name.toLowerCase(Locale.ROOT)).query(Users::row).optional();
    }

    public Optional<UserRow> byId(long id) {
        return store.sql(COLUMNS + "where id = ?", id).query(Users::row).optional();
    }

    public List<UserRow> all() {
        return store.sql(COLUMNS + "order by user_name").query(Users::row).list();
    }

    /** Active accounts whose name, display name or address holds {@code text}. */
    public List<UserRow> search(String text, int start, int max) {
        String pattern = "%" + text.toLowerCase(Locale.ROOT) + "%";
        return store.sql(COLUMNS + "where active = 1 and (user_name like ? or lower(display_name) like ? or lower(email) like ?)"
                + " order by user_name offset ? rows fetch first ? rows only", pattern, pattern, pattern, start, max).query(Users::row)
                .list();
    }

    public boolean authenticates(String name, String password) {
        return byName(name).filter(UserRow::active)
                .filter(user -> store.sql("select password from jira_user where user_key = ?", user.key()).query(String.class).single()
                        .equals(digest(user.key(), password)))
                .isPresent();
    }

    /** Creates an account; its key is its first name. */
    public UserRow create(String name, String displayName, String email, String password) {
        String key = name.toLowerCase(Locale.ROOT);
        store.sql("insert into jira_user (user_key, user_name, display_name, email, password, active) values (?, ?, ?, ?, ?, 1)",
                key, key, displayName, email, digest(key, password)).update();
        return byKey(key).orElseThrow();
    }

    /** Gives an account another name; its key stays. */
    public void rename(String key, String name) {
        store.sql("update jira_user set user_name = ? where user_key = ?", name.toLowerCase(Locale.ROOT), key).update();
    }

    public void setActive(String key, boolean active) {
        store.sql("update jira_user set active = ? where user_key = ?", active ? 1 : 0, key).update();
    }

    public Set<String> groups(String key) {
        return key == null ? Set.of()
                : new TreeSet<>(
                        store.sql("select group_name from jira_membership where user_key = ?", key).query(String.class).list());
    }

    public List<String> allGroups() {
        return store.sql("select group_name from jira_group order by group_name").query(String.class).list();
    }

    public List<UserRow> members(String group) {
        return store
                .sql(COLUMNS + "where user_key in (select user_key from jira_membership where group_name = ?) order by user_name", group)
                .query(Users::row).list();
    }

    public void addGroup(String group) {
        if (!allGroups().contains(group)) {
            store.sql("insert into jira_group (group_name) values (?)", group).update();
        }
    }

    public void join(String key, String group) {
        addGroup(group);
        if (!groups(key).contains(group)) {
            store.sql("insert into jira_membership (group_name, user_key) values (?, ?)", group, key).update();
        }
    }

    private static String digest(String key, String password) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((key + "\n" + password).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UserRow row(ResultSet rows, int number) throws SQLException {
        return new UserRow(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5),
                rows.getInt(6) == 1);
    }
}
