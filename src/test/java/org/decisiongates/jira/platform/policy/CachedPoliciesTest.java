package org.decisiongates.jira.platform.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.StalePolicyException;
import org.decisiongates.policy.StoredPolicies;
import org.decisiongates.policy.StoredPolicy;
import org.decisiongates.policy.WaiverTerms;

public class CachedPoliciesTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    private final StoredInMemory stored = new StoredInMemory();
    private final CacheManager caches = mock(CacheManager.class);
    private CachedPolicies policies;
    private String word = "first";

    @Before
    @SuppressWarnings("unchecked")
    public void remember() {
        Cache<Object, Object> cache = mock(Cache.class);
        when(cache.get(any())).thenAnswer(call -> word);
        doAnswer(call -> word = word + "+").when(cache).remove(any());
        when(caches.getCache(any(), any(), any())).thenReturn(cache);
        policies = new CachedPolicies(stored, caches);
    }

    @Test
    public void handsOutTheSameObjectUntilAVersionIsStored() throws Exception {
        PoliciesInForce none = policies.inForce();
        assertSame(none, policies.inForce());
        assertEquals(1, stored.reads);

        policies.append(version(1), revision(1));
        PoliciesInForce one = policies.inForce();
        assertEquals(List.of(version(1)), one.policies());
        assertSame(one, policies.inForce());
        assertEquals(2, stored.reads);
        assertEquals(Optional.of(version(1)), policies.version(new PolicyVersion("decision", 1)));
        assertEquals(Optional.empty(), policies.version(new PolicyVersion("decision", 2)));
        assertEquals(List.of(revision(1)), policies.history(Scope.GLOBAL, "decision"));
    }

    @Test
    public void readsNothingAgainBecauseOfAnAlarmAboutNothing() {
        policies.append(version(1), revision(1));
        PoliciesInForce one = policies.inForce();
        word = "another node has loaded the entry";

        assertSame(one, policies.inForce());
        assertEquals(1, stored.reads);
    }

    @Test
    public void findsByItsJobWhatNobodyTold() {
        PoliciesInForce none = policies.inForce();
        stored.append(new StoredPolicy(revision(1), json("decision")));
        assertSame(none, policies.inForce());

        policies.runJob(null);
        assertEquals(List.of(version(1)), policies.inForce().policies());
    }

    @Test
    public void keepsWhatIsInForceWhenItCannotCompare() {
        PoliciesInForce none = policies.inForce();
        stored.down = true;
        policies.runJob(null);
        assertSame(none, policies.inForce());

        word = "somebody told";
        assertThrows("what is in force is not known", IllegalStateException.class, policies::inForce);
        stored.down = false;
        policies.append(version(1), revision(1));
        assertNotSame(none, policies.inForce());
    }

    @Test
    public void namesThePoliciesItCannotRead() {
        stored.append(new StoredPolicy(revision(1), "{\"format\":99}"));
        stored.append(new StoredPolicy(new PolicyRevision(new PolicyVersion("blocker", 1), false, "", "", NINE), json("blocker")));

        assertEquals(List.of(new PolicyVersion("decision", 1)), policies.inForce().unreadable());
        assertEquals(List.of("blocker"), policies.inForce().policies().stream().map(Policy::key).toList());
    }

    @Test
    public void tellsNobodyOfAVersionThatWasNotStored() {
        policies.append(version(1), revision(1));
        String told = word;
        stored.stale = true;
        assertThrows(StalePolicyException.class, () -> policies.append(version(1), revision(1)));
        assertThrows(IllegalArgumentException.class, () -> policies.append(version(2), revision(3)));
        assertEquals(told, word);
    }

    @Test
    public void seesAVersionThatIsStoredWhileItReads() {
        stored.meanwhile = () -> policies.append(version(1), revision(1));
        assertEquals(List.of(), policies.inForce().policies());
        assertEquals(List.of(version(1)), policies.inForce().policies());
    }

    @Test
    public void forgetsAPersonWithinAMinuteOfTheErasure() {
        policies.append(version(1), revision(1));
        assertEquals("Decisions", policies.inForce().policies().get(0).name());
        stored.all.set(0, new StoredPolicy(revision(1), json("decision").replace("Decisions", "(erased)")));
        stored.erasures = " 1:0123";
        policies.runJob(null);
        assertEquals("(erased)", policies.inForce().policies().get(0).name());
        assertEquals(2, stored.reads);
    }

    private static Policy version(int number) {
        return new Policy(new PolicyVersion("decision", number), "Decisions", "decision", false, WaiverTerms.NONE, ApprovalTerms.NONE,
                java.util.Map.of(),
                List.of(), List.of());
    }

    private static PolicyRevision revision(int number) {
        return new PolicyRevision(new PolicyVersion("decision", number), false, "because", "lead", NINE);
    }

    private static String json(String key) {
        return "{\"format\":1,\"key\":\"" + key + "\",\"name\":\"Decisions\",\"issueType\":\"decision\",\"gates\":[]}";
    }

    /** Keeps versions in a list; of two of one policy the last is in force. */
    private static final class StoredInMemory implements StoredPolicies {

        private final List<StoredPolicy> all = new ArrayList<>();
        private int reads;
        private String erasures = "";
        private boolean down;
        private boolean stale;
        private Runnable meanwhile = () -> {
        };

        @Override
        public InForce inForce() {
            reads++;
            InForce read = new InForce(List.copyOf(all), state());
            Runnable once = meanwhile;
            meanwhile = () -> {
            };
            once.run();
            return read;
        }

        @Override
        public String state() {
            if (down) {
                throw new IllegalStateException("the database is down");
            }
            return all.size() + erasures;
        }

        @Override
        public Optional<StoredPolicy> version(PolicyVersion version) {
            return all.stream().filter(policy -> policy.version().equals(version)).findFirst();
        }

        @Override
        public List<PolicyRevision> history(Scope scope, String key) {
            return all.stream().map(StoredPolicy::revision).filter(revision -> revision.version().key().equals(key)).toList();
        }

        @Override
        public void append(StoredPolicy version) {
            if (stale) {
                throw new StalePolicyException(version.version());
            }
            all.add(version);
        }
    }
}
