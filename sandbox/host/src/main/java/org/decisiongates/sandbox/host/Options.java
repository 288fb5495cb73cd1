package org.decisiongates.sandbox.host;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How one box runs. Start from {@link #in} and change what matters.
 *
 * @param port 0 takes a free one
 * @param home folder of this box; the database lives in it
 * @param data an export to import at the first start
 * @param peers the other product's base URL by application key, for application links
 * @param secret shared with the peers; without it link headers are refused
 * @param sample whether an empty database is filled with sample data
 * @param node this node's id in a cluster; nodes of one cluster share home and database
 * @param serviceWait how long a plugin's context waits for a mandatory service
 * @param truststore folder of certificates; present means that plugins must be signed
 * @param faults breaks the database on demand
 * @param databaseUrl JDBC URL of a running PostgreSQL, which then outlives the box; without one the box brings its own database
 * @param clock what time it is for everything in the box, plugins included, and the zone the product is set to; boxes that are
 *     linked, and nodes of one cluster, are given clocks that agree
 */
public record Options(int port, Database database, Path home, Optional<Path> data, Map<String, URI> peers,
        Optional<String> secret, boolean sample, String node, Duration serviceWait,
        Optional<Path> truststore, Faults faults, Optional<String> databaseUrl, Clock clock) {

    /** The databases a box can run on. */
    public enum Database { H2, POSTGRES }

    public Options {
        peers = Map.copyOf(peers);
    }

    /** H2 under this folder, a free port, sample data, no peers, the time and the zone of the machine. */
    public static Options in(Path home) {
        return new Options(0, Database.H2, home, Optional.empty(), Map.of(), Optional.empty(), true, "node1",
                Duration.ofSeconds(5), Optional.empty(), new Faults(), Optional.empty(), Clock.systemDefaultZone());
    }

    public Options withPort(int value) {
        return new Options(value, database, home, data, peers, secret, sample, node, serviceWait, truststore, faults, databaseUrl, clock);
    }

    public Options withDatabase(Database value) {
        return new Options(port, value, home, data, peers, secret, sample, node, serviceWait, truststore, faults, databaseUrl, clock);
    }

    public Options withData(Path value) {
        return new Options(port, database, home, Optional.of(value), peers, secret, sample, node, serviceWait, truststore, faults,
                databaseUrl, clock);
    }

    /** A PostgreSQL that runs already; nodes of one cluster are given the same. */
    public Options withDatabaseUrl(String value) {
        if (!value.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("A database URL starts with jdbc:postgresql:, not '" + value + "'");
        }
        return new Options(port, Database.POSTGRES, home, data, peers, secret, sample, node, serviceWait, truststore, faults,
                Optional.of(value), clock);
    }

    /** Adds an application link to another box. */
    public Options withPeer(String application, URI baseUrl) {
        Map<String, URI> more = new TreeMap<>(peers);
        more.put(application, baseUrl);
        return new Options(port, database, home, data, more, secret, sample, node, serviceWait, truststore, faults, databaseUrl, clock);
    }

    public Options withSecret(String value) {
        return new Options(port, database, home, data, peers, Optional.of(value), sample, node, serviceWait, truststore, faults,
                databaseUrl, clock);
    }

    /** An empty database stays empty. */
    public Options withoutSample() {
        return new Options(port, database, home, data, peers, secret, false, node, serviceWait, truststore, faults, databaseUrl, clock);
    }

    public Options withNode(String value) {
        return new Options(port, database, home, data, peers, secret, sample, value, serviceWait, truststore, faults, databaseUrl, clock);
    }

    public Options withServiceWait(Duration value) {
        return new Options(port, database, home, data, peers, secret, sample, node, value, truststore, faults, databaseUrl, clock);
    }

    /** Plugins must carry a detached signature by a certificate in this folder. */
    public Options withTruststore(Path value) {
        return new Options(port, database, home, data, peers, secret, sample, node, serviceWait, Optional.of(value), faults, databaseUrl,
                clock);
    }

    /** Another time, or another zone. */
    public Options withClock(Clock value) {
        return new Options(port, database, home, data, peers, secret, sample, node, serviceWait, truststore, faults, databaseUrl, value);
    }

    /** Application keys this box is linked to. */
    public List<String> linked() {
        return peers.keySet().stream().sorted().toList();
    }
}
