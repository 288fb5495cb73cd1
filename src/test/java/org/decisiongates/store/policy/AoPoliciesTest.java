package org.decisiongates.store.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.StalePolicyException;
import org.decisiongates.policy.StoredPolicies.InForce;
import org.decisiongates.policy.StoredPolicy;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;

@RunWith(Parameterized.class)
public class AoPoliciesTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00.123Z");
    private static final Scope SHOP = Scope.of(10000);

    private final AoFixture database;
    private final AoPolicies policies;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoPoliciesTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        policies = new AoPolicies(database.ao());
    }

    @Test
    public void givesBackWhatWasStored() {
        StoredPolicy whole = new StoredPolicy(
                new PolicyRevision(new PolicyVersion(SHOP, "decision", 1), true, "'; drop table x; -- \uD83D\uDEA7", "owner", NINE),
                "{\"\u2713 \uD83D\uDEA7\":\"" + "x".repeat(500_000) + "\"}");
        StoredPolicy bare = new StoredPolicy(new PolicyRevision(new PolicyVersion("decision", 1), false, "", "", NINE), "{}");
        policies.append(whole);
        policies.append(bare);

        assertEquals(Optional.of(whole), policies.version(whole.version()));
        assertEquals(Optional.of(bare), policies.version(bare.version()));
        assertEquals(Optional.empty(), policies.version(new PolicyVersion(SHOP, "decision", 2)));
        assertEquals(Optional.empty(), policies.version(new PolicyVersion(Scope.of(1), "decision", 1)));
        assertEquals(List.of(whole.revision()), policies.history(SHOP, "decision"));
    }

    @Test
    public void hasTheNewestVersionOfEachPolicyInForceUntilItIsRetired() {
        StoredPolicy project = version(SHOP, "decision", 3);
        for (StoredPolicy stored : List.of(version(SHOP, "decision", 1), version(SHOP, "decision", 2), project,
                version(Scope.of(1), "decision", 1), version("blocker", 1), retired("blocker", 2), version("decision", 1),
                version("decision", 2))) {
            policies.append(stored);
        }

        assertEquals(new InForce(List.of(version("decision", 2), version(Scope.of(1), "decision", 1), project), "8"), policies.inForce());
        policies.append(version("blocker", 3));
        assertEquals("one that was retired can come back", version("blocker", 3), policies.inForce().policies().get(0));
        assertEquals("9", policies.state());
    }

    @Test
    public void hasNothingInForceAtFirst() {
        assertEquals(new InForce(List.of(), "0"), policies.inForce());
        assertEquals("0", policies.state());
        assertEquals(List.of(), policies.history(Scope.GLOBAL, "decision"));
    }

    @Test
    public void takesOnlyTheVersionAfterTheNewest() {
        policies.append(version("decision", 1));
        policies.append(version("decision", 2));

        for (int wrong : new int[] {0, 1, 2, 4}) {
            assertThrows(StalePolicyException.class, () -> policies.append(version("decision", wrong)));
        }
        assertThrows(StalePolicyException.class, () -> policies.append(version("blocker", 2)));
        assertEquals("2", policies.state());
    }

    @Test
    public void takesOneOfManyThatComeAtOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            for (int round = 1; round <= 10; round++) {
                int next = round;
                List<Future<Integer>> answers = new ArrayList<>();
                for (int node = 0; node < 8; node++) {
                    answers.add(nodes.submit(() -> {
                        try {
                            policies.append(version("decision", next));
                            return 1;
                        } catch (StalePolicyException e) {
                            return 0;
                        }
                    }));
                }
                int stored = 0;
                for (Future<Integer> answer : answers) {
                    stored += answer.get();
                }
                assertEquals(1, stored);
            }
        } finally {
            nodes.shutdownNow();
        }
        assertEquals("10", policies.state());
    }

    @Test
    public void tellsTheHistoryOfOnePolicyFromTheNewest() {
        for (int number = 1; number <= 11; number++) {
            policies.append(version("decision", number));
        }
        policies.append(version(SHOP, "decision", 1));
        policies.append(version("decision-fast", 1));

        assertEquals(List.of(11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1),
                policies.history(Scope.GLOBAL, "decision").stream().map(revision -> revision.version().version()).toList());
        assertEquals(List.of(version(SHOP, "decision", 1).revision()), policies.history(SHOP, "decision"));
    }

    @Test
    public void sendsAnExactNumberOfStatements() {
        sends(2, () -> policies.append(version("decision", 1)));
        sends(2, () -> policies.append(version("decision", 2)));
        policies.append(version("blocker", 1));
        sends(2, policies::inForce);
        sends(2, policies::state);
        sends(1, () -> policies.version(new PolicyVersion("decision", 2)));
        sends(1, () -> policies.history(Scope.GLOBAL, "decision"));
    }

    @Test
    public void readsNoTextOfAVersionThatIsNotInForce() {
        policies.append(version("decision", 1));
        policies.append(version("decision", 2));
        database.statements.clear();
        policies.inForce();
        policies.history(Scope.GLOBAL, "decision");

        assertEquals(1, database.statements.stream().filter(statement -> statement.contains("CONTENT")).count());
    }

    @Test
    public void saysSoWhenItCannotWriteOrRead() {
        database.goDown();
        assertThrows(RuntimeException.class, () -> policies.append(version("decision", 1)));
        assertThrows(RuntimeException.class, policies::inForce);
    }

    private void sends(int statements, Runnable work) {
        database.statements.clear();
        work.run();
        // on PostgreSQL the library draws the number of a row first
        List<String> sent = database.statements.stream().filter(statement -> !statement.startsWith("SELECT NEXTVAL")).toList();
        assertEquals(sent.toString(), statements, sent.size());
    }

    private static StoredPolicy version(String key, int version) {
        return version(Scope.GLOBAL, key, version);
    }

    private static StoredPolicy version(Scope scope, String key, int version) {
        return new StoredPolicy(revision(scope, key, version, false), "{\"version\":" + version + "}");
    }

    private static StoredPolicy retired(String key, int version) {
        return new StoredPolicy(revision(Scope.GLOBAL, key, version, true), "{}");
    }

    private static PolicyRevision revision(Scope scope, String key, int version, boolean retired) {
        return new PolicyRevision(new PolicyVersion(scope, key, version), retired, "because of " + version, "owner",
                NINE.plusSeconds(version));
    }
}
