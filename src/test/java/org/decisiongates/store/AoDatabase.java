package org.decisiongates.store;

import java.sql.SQLException;

import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.MySQLDatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import org.junit.Assume;

import org.decisiongates.fixture.SharedPostgres;

/** The databases the store's tests run on. A server is started by the first test that asks for it and serves all that follow. */
public enum AoDatabase {

    H2 {
        @Override
        String url() {
            return "jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1";
        }

        @Override
        DatabaseProvider provider(DisposableDataSource source) {
            return new H2DatabaseProvider(source, "PUBLIC");
        }
    },

    POSTGRESQL {
        @Override
        String url() {
            return Postgres.URL;
        }

        @Override
        DatabaseProvider provider(DisposableDataSource source) {
            return new PostgreSQLDatabaseProvider(source, "public");
        }
    },

    /** Of the MySQL family, which has one provider; not MySQL itself. */
    MARIADB {
        @Override
        String url() {
            boolean required = "true".equals(System.getenv("DG_NO_SKIP"));
            Assume.assumeTrue(
                    "MariaDB is not installed (Debian: apt-get install mariadb-server-core); these tests did not run on the MySQL family",
                    required || MariaDbServer.program().isPresent());
            return Maria.SERVER.url();
        }

        @Override
        DatabaseProvider provider(DisposableDataSource source) {
            return new MySQLDatabaseProvider(source);
        }
    };

    abstract String url();

    abstract DatabaseProvider provider(DisposableDataSource source);

    /** Our tables in it, empty. */
    public AoFixture open() throws SQLException {
        return AoFixture.empty(this);
    }

    private static final class Postgres {

        static final String URL = SharedPostgres.newDatabase();
    }

    private static final class Maria {

        static final MariaDbServer SERVER = MariaDbServer.start();
    }
}
