package org.decisiongates.sandbox.confluence.link;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The links of this process to Jira processes, and who approved which. */
public final class Links {

    private static final String KIND = "jira";
    private static final String SELECT = "select id, name, rpc_url, display_url, is_primary, mode from cf_link ";
    private static final RowMapper<Link> LINK = (row, number) -> new Link(row.getString(1), row.getString(2), URI.create(row.getString(3)),
            URI.create(row.getString(4)), row.getBoolean(5), Link.Mode.valueOf(row.getString(6)));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Links(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All links, the primary one first. */
    public List<Link> all() {
        return jdbc.sql(SELECT + "order by is_primary desc, name").query(LINK).list();
    }

    public Optional<Link> find(String id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(LINK).optional();
    }

    public Optional<Link> primary() {
        return all().stream().filter(Link::primary).findFirst();
    }

    /** Adds a link, or points the one of that name elsewhere. The first link is the primary one. */
    public void put(String name, URI url) {
        String address = url.toString().replaceAll("/+$", "");
        transaction.executeWithoutResult(status -> {
            int known = jdbc.sql("update cf_link set rpc_url = ?, display_url = ? where name = ?").params(address, address, name).update();
            if (known == 0) {
                jdbc.sql("insert into cf_link (id, name, kind, rpc_url, display_url, is_primary, mode) values (?, ?, ?, ?, ?, ?, ?)")
                        .params(UUID.randomUUID().toString(), name, KIND, address, address, primary().isEmpty(),
                                Link.Mode.IMPERSONATION.name())
                        .update();
            }
        });
    }

    public void setMode(String id, Link.Mode mode) {
        jdbc.sql("update cf_link set mode = ? where id = ?").params(mode.name(), id).update();
    }

    public void makePrimary(String id) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update cf_link set is_primary = ? where id <> ?").params(false, id).update();
            jdbc.sql("update cf_link set is_primary = ? where id = ?").params(true, id).update();
        });
    }

    /** Removes a link; another one, if there is any, becomes the primary. */
    public void remove(String id) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from cf_link_approval where link_id = ?").param(id).update();
            jdbc.sql("delete from cf_link where id = ?").param(id).update();
            if (primary().isEmpty()) {
                all().stream().findFirst().ifPresent(next -> makePrimary(next.id()));
            }
        });
    }

    public boolean hasApproved(String id, String personKey) {
        return jdbc.sql("select count(*) from cf_link_approval where link_id = ? and person_key = ?").params(id, personKey)
                .query(Long.class).single() > 0;
    }

    public void approve(String id, String personKey) {
        if (!hasApproved(id, personKey)) {
            jdbc.sql("insert into cf_link_approval (link_id, person_key) values (?, ?)").params(id, personKey).update();
        }
    }

    /** Forgets who approved a link. */
    public void withdrawApprovals(String id) {
        jdbc.sql("delete from cf_link_approval where link_id = ?").param(id).update();
    }
}
