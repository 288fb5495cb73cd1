package org.decisiongates.sandbox.confluence.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.decisiongates.sandbox.host.SandboxPrincipal;
import org.decisiongates.sandbox.host.UserDirectory;

/** The people of the Confluence process. */
public final class People implements UserDirectory {

    /** Everybody who may log in. */
    public static final String USERS = "confluence-users";
    /** Whoever is in it may do everything. */
    public static final String ADMINISTRATORS = "confluence-administrators";

    private static final String SELECT = "select person_key, name, display_name, email, active from cf_person ";
    private static final RowMapper<SandboxPrincipal> PERSON = (row, number) -> new SandboxPrincipal(row.getString(1), row.getString(2),
            row.getString(3), row.getString(4), row.getBoolean(5));
    private static final int ROUNDS = 1_000;

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds somebody and returns the new key. */
    public String add(String name, String displayName, String password, boolean active, String... groups) {
        String key = UUID.nameUUIDFromBytes(("confluence:" + name).getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
        String salt = UUID.randomUUID().toString();
        jdbc.sql("insert into cf_person (person_key, name, display_name, email, active, salt, digest) values (?, ?, ?, ?, ?, ?, ?)")
                .params(key, name, displayName, name + "@example.org", active, salt, digest(password, salt)).update();
        for (String group : groups) {
            jdbc.sql("insert into cf_membership (person_key, group_name) values (?, ?)").params(key, group).update();
        }
        return key;
    }

    public boolean isEmpty() {
        return jdbc.sql("select count(*) from cf_person").query(Long.class).single() == 0;
    }

    @Override
    public Optional<SandboxPrincipal> byName(String name) {
        return !Storable.isText(name) ? Optional.empty() : jdbc.sql(SELECT + "where name = ?").param(name).query(PERSON).optional();
    }

    @Override
    public Optional<SandboxPrincipal> byKey(String key) {
        return !Storable.isText(key) ? Optional.empty() : jdbc.sql(SELECT + "where person_key = ?").param(key).query(PERSON).optional();
    }

    @Override
    public boolean authenticates(String name, String password) {
        if (!Storable.isText(name)) {
            return false;
        }
        List<String[]> found = jdbc.sql("select salt, digest from cf_person where name = ? and active = ?").params(name, true)
                .query((row, number) -> new String[] {row.getString(1), row.getString(2)}).list();
        return !found.isEmpty() && MessageDigest.isEqual(digest(password, found.get(0)[0]).getBytes(StandardCharsets.US_ASCII),
                found.get(0)[1].getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public boolean isAdmin(String key) {
        return groups(key).contains(ADMINISTRATORS);
    }

    @Override
    public boolean isSystemAdmin(String key) {
        return isAdmin(key);
    }

    @Override
    public Set<String> groups(String key) {
        return new LinkedHashSet<>(jdbc.sql("""
                select m.group_name from cf_membership m join cf_person p on p.person_key = m.person_key
                where m.person_key = ? and p.active = ? order by m.group_name""").params(key, true).query(String.class).list());
    }

    @Override
    public boolean isLicensed(String key) {
        return groups(key).contains(USERS);
    }

    @Override
    public boolean admitsAnonymous() {
        return jdbc.sql("select count(*) from cf_permission where subject_kind = 'everybody'").query(Long.class).single() > 0;
    }

    /** What to call the user with that key. */
    public String displayName(String key) {
        return byKey(key).map(SandboxPrincipal::displayName).orElse("Unknown User");
    }

    private static String digest(String password, String salt) {
        try {
            return HexFormat.of().formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), ROUNDS, 256))
                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
