package org.decisiongates.sandbox.jira.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A Jira of one test: its own database, a clock that stands still until told, a project and people named by role. */
final class Fixture {

    static final Instant SUNDAY = Instant.parse("2026-11-22T10:00:00Z");

    final HandClock clock = new HandClock();
    final SandboxJira jira;
    final Store store;
    final ProjectRow project;

    Fixture(DataSource bare) {
        DataSource dataSource = new TransactionAwareDataSourceProxy(bare);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
        jira = new SandboxJira(dataSource, transactions, clock);
        store = new Store(dataSource, transactions);
        List.of("lead", "owner", "reader", "outsider", "former").forEach(name ->
                jira.users().create(name, name.substring(0, 1).toUpperCase() + name.substring(1), name + "@example.com", name));
        jira.users().join("lead", "team");
        jira.users().join("owner", "team");
        jira.users().join("former", "team");
        jira.users().join("reader", "readers");
        jira.users().setActive("former", false);
        project = jira.projects().create("SHOP", "Storefront", "", "lead");
        for (Permission permission : Permission.values()) {
            jira.permissions().grant(project.id(), permission, "team");
        }
        jira.permissions().grant(project.id(), Permission.BROWSE_PROJECTS, "readers");
    }

    static Fixture onH2() {
        return new Fixture(h2());
    }

    static DataSource h2() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    String type(String name) {
        return jira.issueTypes().byName(name).orElseThrow().id();
    }

    IssueInput input() {
        return new IssueInput().set("project", String.valueOf(project.id())).set("issuetype", type("Task"));
    }

    IssueRow issue(String summary) {
        return created(input().set("summary", summary));
    }

    IssueRow created(IssueInput input) {
        Outcome outcome = jira.issues().create("lead", input);
        if (!outcome.done()) {
            throw new AssertionError(outcome);
        }
        return outcome.issue().orElseThrow();
    }

    /** A clock that moves by hand. */
    static final class HandClock extends Clock {

        private Instant now = SUNDAY;

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
