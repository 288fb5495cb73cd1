package org.decisiongates.store;

import java.sql.SQLException;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.MySQLDatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import org.junit.Assume;

import org.decisiongates.fixture.SharedPostgres;

/**
 * The databases the store's tests run on. The first test that asks for one starts its server and makes our tables; all that follow get the
 * same tables, emptied, and the same few connections.
 */
public enum AoDatabase {

    H2 {
        @Override
        String url() {
            return "jdbc:h2:mem:store;DB_CLOSE_DELAY=-1";
        }

        @Override
        DatabaseProvider provider(DisposableDataSource source) {
            return new H2DatabaseProvider(source, "PUBLIC");
        }
    },

    POSTGRESQL {
        @Override
        String url() {
            return SharedPostgres.newDatabase();
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
            return MariaDbServer.start().url();
        }

        @Override
        DatabaseProvider provider(DisposableDataSource source) {
            return new MySQLDatabaseProvider(source);
        }
    };

    private HikariDataSource pool;

    abstract String url();

    abstract DatabaseProvider provider(DisposableDataSource source);

    /** Our tables in it, empty. */
    public synchronized AoFixture open() throws SQLException {
        if (pool == null) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url());
            config.setMaximumPoolSize(4);
            config.setMinimumIdle(0);
            HikariDataSource opened = new HikariDataSource(config);
            AoFixture.makeTables(this, opened::getConnection);
            pool = opened;
        }
        return AoFixture.empty(this, pool::getConnection);
    }
}
