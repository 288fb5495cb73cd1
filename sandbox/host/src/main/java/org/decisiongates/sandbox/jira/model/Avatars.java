package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Icons of issue types, images included. */
public final class Avatars {

    private static final String COLUMNS = "select id, owner, icon_type, file_name, content_type, system_avatar from jira_avatar ";

    private final Store store;

    Avatars(Store store) {
        this.store = store;
    }

    public Optional<AvatarRow> byId(long id) {
        return store.sql(COLUMNS + "where id = ?", id).query(Avatars::row).optional();
    }

    public List<AvatarRow> ofOwner(String iconType, String owner) {
        return store.sql(COLUMNS + "where icon_type = ? and owner = ? order by id", iconType, owner).query(Avatars::row).list();
    }

    public List<AvatarRow> system(String iconType) {
        return store.sql(COLUMNS + "where icon_type = ? and system_avatar = 1 order by id", iconType).query(Avatars::row).list();
    }

    public Optional<byte[]> image(long id) {
        return store.sql("select image from jira_avatar where id = ?", id).query(String.class).optional().map(Base64.getDecoder()::decode);
    }

    public AvatarRow create(String iconType, String owner, String fileName, String contentType, byte[] image, boolean system) {
        return byId(store.insert("insert into jira_avatar (owner, icon_type, file_name, content_type, system_avatar, image)"
                + " values (?, ?, ?, ?, ?, ?)", owner, iconType, fileName, contentType, system ? 1 : 0,
                Base64.getEncoder().encodeToString(image))).orElseThrow();
    }

    public boolean delete(long id) {
        return store.sql("delete from jira_avatar where id = ?", id).update() > 0;
    }

    private static AvatarRow row(ResultSet rows, int number) throws SQLException {
        return new AvatarRow(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5),
                rows.getInt(6) == 1);
    }
}
