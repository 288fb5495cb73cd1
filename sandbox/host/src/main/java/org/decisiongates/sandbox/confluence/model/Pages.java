package org.decisiongates.sandbox.confluence.model;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.support.TransactionTemplate;

import org.decisiongates.sandbox.confluence.storage.MalformedStorage;
import org.decisiongates.sandbox.confluence.storage.StorageFormat;

/** The pages and every version of them. A body that is not storage format is refused, so what is stored can be rendered. */
public final class Pages {

    private static final String COLUMNS = """
            select p.id, p.space_id, s.space_key, p.parent_id, v.title, v.number, p.creator, p.created, v.author, v.saved, v.remark, v.body
            from cf_page p join cf_space s on s.id = p.space_id join cf_version v on v.page_id = p.id\s""";
    private static final RowMapper<Page> PAGE = (row, number) -> new Page(row.getLong(1), row.getLong(2), row.getString(3),
            optionalId(row.getObject(4)), row.getString(5), row.getInt(6), row.getString(7), Instant.ofEpochMilli(row.getLong(8)),
            row.getString(9), Instant.ofEpochMilli(row.getLong(10)), row.getString(11), row.getString(12));
    private static final int MAX_TITLE_LENGTH = 255;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Pages(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The page as it is now. */
    public Optional<Page> find(long id) {
        return jdbc.sql(COLUMNS + "and v.number = p.version where p.id = ?").param(id).query(PAGE).optional();
    }

    /** The page as it was. */
    public Optional<Page> find(long id, int version) {
        return jdbc.sql(COLUMNS + "where p.id = ? and v.number = ?").params(id, version).query(PAGE).optional();
    }

    /** The page of that title in a space, whatever the case of the letters. */
    public Optional<Page> find(String spaceKey, String title) {
        return !Storable.isText(spaceKey + title) ? Optional.empty()
                : jdbc.sql(COLUMNS + "and v.number = p.version where s.space_key = ? and p.title_key = ?")
                        .params(spaceKey, titleKey(title)).query(PAGE).optional();
    }

    /** All pages of a space, by title. */
    public List<PageLine> inSpace(String spaceKey) {
        return jdbc.sql("select p.id, p.parent_id, p.title from cf_page p join cf_space s on s.id = p.space_id where s.space_key = ?"
                + " order by p.title_key, p.id").param(spaceKey)
                .query((row, number) -> new PageLine(row.getLong(1), optionalId(row.getObject(2)), row.getString(3))).list();
    }

    /** The pages saved last, newest first. */
    public List<Page> latest(int most) {
        return jdbc.sql(COLUMNS + "and v.number = p.version order by v.saved desc, p.id desc limit " + most).query(PAGE).list();
    }

    /** All versions of a page, newest first. */
    public List<Page> versions(long id) {
        return jdbc.sql(COLUMNS + "where p.id = ? order by v.number desc").param(id).query(PAGE).list();
    }

    /** Adds a page and returns its id. */
    public long create(Space space, Optional<Long> parent, String title, String body, String author) throws Refused {
        String name = checked(title, body);
        if (parent.isPresent() && find(parent.get()).filter(page -> page.spaceId() == space.id()).isEmpty()) {
            throw new Refused(Refused.Reason.INVALID, "The parent page " + parent.get() + " is not a page of space " + space.key() + ".");
        }
        long now = clock.millis();
        try {
            return transaction.execute(status -> {
                KeyHolder key = new GeneratedKeyHolder();
                jdbc.sql(
                        "insert into cf_page (space_id, parent_id, title, title_key, version, creator, created) "
                                + "values (?, ?, ?, ?, 1, ?, ?)")
                        .params(Arrays.asList(space.id(), parent.orElse(null), name, titleKey(name), author, now))
                        .update(key, "id");
                long id = key.getKeyAs(Number.class).longValue();
                addVersion(id, 1, name, author, now, "", body);
                return id;
            });
        } catch (DuplicateKeyException e) {
            throw taken(name, space.key());
        }
    }

    /** Stores a new version on top of the one the author saw. */
    public void update(Page seen, String title, String body, String author, String comment) throws Refused {
        String name = checked(title, body);
        long now = clock.millis();
        try {
            boolean stored = Boolean.TRUE.equals(transaction.execute(status -> {
                int rows = jdbc.sql("update cf_page set title = ?, title_key = ?, version = ? where id = ? and version = ?")
                        .params(name, titleKey(name), seen.version() + 1, seen.id(), seen.version()).update();
                if (rows == 1) {
                    addVersion(seen.id(), seen.version() + 1, name, author, now, cut(comment), body);
                }
                return rows == 1;
            }));
            if (!stored) {
                throw stale(seen);
            }
        } catch (DuplicateKeyException e) {
            throw taken(name, seen.spaceKey());
        }
    }

    /** Removes a page with its versions; the pages below it move up. */
    public void delete(Page page) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update cf_page set parent_id = ? where parent_id = ?")
                    .params(Arrays.asList(page.parent().orElse(null), page.id())).update();
            jdbc.sql("update cf_space set home_page = null where home_page = ?").param(page.id()).update();
            jdbc.sql("delete from cf_version where page_id = ?").param(page.id()).update();
            jdbc.sql("delete from cf_page where id = ?").param(page.id()).update();
        });
    }

    private void addVersion(long id, int number, String title, String author, long now, String comment, String body) {
        jdbc.sql("insert into cf_version (page_id, number, title, author, saved, remark, body) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, number, title, author, now, comment, body).update();
    }

    private static String checked(String title, String body) throws Refused {
        String name = Storable.line(title);
        if (name.isEmpty() || name.length() > MAX_TITLE_LENGTH) {
            throw new Refused(Refused.Reason.INVALID, name.isEmpty() ? "A page needs a title."
                    : "The title has " + name.length() + " characters, at most " + MAX_TITLE_LENGTH + " are accepted.");
        }
        try {
            StorageFormat.read(body);
        } catch (MalformedStorage e) {
            throw new Refused(Refused.Reason.INVALID, e.getMessage());
        }
        return name;
    }

    private Refused stale(Page seen) {
        return find(seen.id())
                .map(now -> new Refused(Refused.Reason.STALE_VERSION, "Version must be incremented on update. Current version is: "
                        + now.version() + ". Somebody else saved \"" + now.title() + "\" meanwhile."))
                .orElseGet(() -> new Refused(Refused.Reason.NOT_FOUND, "There is no page with id " + seen.id() + " any more."));
    }

    private static Refused taken(String title, String spaceKey) {
        return new Refused(Refused.Reason.TITLE_TAKEN,
                "A page with this title already exists: A page already exists with the title " + title + " in the space with key "
                        + spaceKey);
    }

    private static String titleKey(String title) {
        return title.strip().toLowerCase(Locale.ROOT);
    }

    private static String cut(String comment) {
        return Storable.line(comment.length() > MAX_TITLE_LENGTH ? comment.substring(0, MAX_TITLE_LENGTH) : comment);
    }

    private static Optional<Long> optionalId(Object id) {
        return Optional.ofNullable((Number) id).map(Number::longValue);
    }
}
