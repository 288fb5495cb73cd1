package org.decisiongates.sandbox.confluence.model;

import java.time.Clock;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything the Confluence process keeps, in one place. */
public final class Wiki {

    private final People people;
    private final Spaces spaces;
    private final Pages pages;

    /** Creates the tables where they are missing. */
    public Wiki(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        Schema.create(jdbc);
        this.people = new People(jdbc);
        this.spaces = new Spaces(jdbc, people);
        this.pages = new Pages(jdbc, new TransactionTemplate(transactions), clock);
    }

    public People people() {
        return people;
    }

    public Spaces spaces() {
        return spaces;
    }

    public Pages pages() {
        return pages;
    }

    /** The page, when somebody may do that with it; empty also when there is none, so that nobody learns of it. */
    public Optional<Page> page(long id, Optional<String> viewer, Permission permission) {
        return pages.find(id).filter(page -> spaces.may(viewer, permission, page.spaceKey()));
    }

    /** The page of that title, when somebody may see it. */
    public Optional<Page> page(String spaceKey, String title, Optional<String> viewer) {
        return spaces.may(viewer, Permission.VIEW, spaceKey) ? pages.find(spaceKey, title) : Optional.empty();
    }

    /** The space, when somebody may do that in it. */
    public Optional<Space> space(String key, Optional<String> viewer, Permission permission) {
        return spaces.find(key).filter(space -> spaces.may(viewer, permission, space.key()));
    }
}
