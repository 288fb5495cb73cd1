package org.decisiongates.sandbox.jira.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

import org.decisiongates.sandbox.host.SharedPostgres;

/** A Jira of one test: its own database, a clock that stands still until told, a project and people named by role. */
public final class Fixture {

    static final Instant SUNDAY = Instant.parse("2026-11-22T10:00:00Z");

    public final HandClock clock = new HandClock();
    public final SandboxJira jira;
    final Store store;
    public final ProjectRow project;

    Fixture(DataSource bare) {
        DataSource dataSource = new TransactionAwareDataSourceProxy(bare);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(bare);
        jira = new SandboxJira(dataSource, transactions, clock);
        store = new Store(dataSource, transactions);
        List.of("lead", "owner", "reader", "outsider", "former").forEach(name -> jira.users().create(name,
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), name + "@example.com", name));
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

    public static Fixture onH2() {
        return new Fixture(h2());
    }

    /** A fresh database of this kind; one PostgreSQL serves all tests of the process and ends with it. */
    static Fixture on(Kind kind) {
        return new Fixture(kind == Kind.H2 ? h2() : Postgres.fresh());
    }

    enum Kind { H2, POSTGRES }

    private static final class Postgres {

        private static final String EMPTY = "fixture";
        private static int databases;
        private static HikariDataSource current;

        /** A copy of a Jira in which nothing has happened; the one of the test before is over. */
        static synchronized DataSource fresh() {
            if (current == null) {
                SharedPostgres.execute("create database " + EMPTY);
                try (HikariDataSource empty = pool(EMPTY)) {
                    new SandboxJira(new TransactionAwareDataSourceProxy(empty), new DataSourceTransactionManager(empty), new HandClock());
                }
            } else {
                current.close();
            }
            String name = EMPTY + ++databases;
            SharedPostgres.execute("create database " + name + " template " + EMPTY);
            current = pool(name);
            return current;
        }

        private static HikariDataSource pool(String name) {
            HikariConfig config = new HikariConfig();
            config.setDataSource(SharedPostgres.database(name));
            config.setMinimumIdle(0);
            return new HikariDataSource(config);
        }
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
    public static final class HandClock extends Clock {

        private Instant now = SUNDAY;

        public void forward(Duration time) {
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
