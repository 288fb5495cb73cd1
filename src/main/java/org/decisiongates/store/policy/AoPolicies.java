package org.decisiongates.store.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.StalePolicyException;
import org.decisiongates.policy.StoredPolicies;
import org.decisiongates.policy.StoredPolicy;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.TextColumn;
import org.decisiongates.store.UniqueInsert;

/** The versions of policies in the product's database. */
@JiraComponent
public final class AoPolicies implements StoredPolicies {

    /** Far more than anybody makes of one policy. */
    private static final int MAX_HISTORY = 10_000;
    /** As many values as one condition may have. */
    private static final int CHUNK = 1_000;
    private static final String GLOBAL = "global";
    private static final String PROJECT = "project:";
    private static final String TEXTS = PolicyVersionRow.CONTENT + ", " + PolicyVersionRow.WHY_CHANGED;

    private final ActiveObjects ao;

    public AoPolicies(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public InForce inForce() {
        return ao.executeInTransaction(() -> {
            PolicyVersionRow[] versions = ao.find(PolicyVersionRow.class, Query.select());
            Map<String, PolicyVersionRow> newest = new HashMap<>();
            for (PolicyVersionRow row : versions) {
                newest.merge(row.getScope() + " " + row.getPolicyKey(), row,
                        (one, other) -> one.getPolicyVersion() > other.getPolicyVersion() ? one : other);
            }
            List<Long> wanted = newest.values().stream().filter(row -> !row.isRetired()).map(PolicyVersionRow::getID).sorted().toList();
            List<StoredPolicy> policies = new ArrayList<>(wanted.size());
            for (int start = 0; start < wanted.size(); start += CHUNK) {
                List<Long> some = wanted.subList(start, Math.min(wanted.size(), start + CHUNK));
                policies.addAll(policies(Query.select(TEXTS).where(SqlPlaceholders.in(PolicyVersionRow.ID, some), some.toArray())));
            }
            policies.sort(Comparator.comparing((StoredPolicy policy) -> name(policy.version().scope()))
                    .thenComparing(policy -> policy.version().key()));
            return new InForce(policies, state(versions.length, versions));
        });
    }

    @Override
    public String state() {
        return ao.executeInTransaction(() -> state(ao.count(PolicyVersionRow.class, Query.select()),
                ao.find(PolicyVersionRow.class, Query.select().where("ERASURE_KEY IS NOT NULL"))));
    }

    private static String state(int count, PolicyVersionRow[] versions) {
        return count + Arrays.stream(versions).filter(row -> row.getErasureKey() != null)
                .map(row -> " " + row.getID() + ":" + row.getErasureKey()).sorted().collect(Collectors.joining());
    }

    @Override
    public Optional<StoredPolicy> version(PolicyVersion version) {
        Query query = Query.select(TEXTS).where("VERSION_NAME = ?", name(version));
        return ao.executeInTransaction(() -> policies(query).stream().findFirst());
    }

    @Override
    public List<PolicyRevision> history(Scope scope, String key) {
        return history(scope, key, MAX_HISTORY);
    }

    private List<PolicyRevision> history(Scope scope, String key, int limit) {
        Query newestFirst = Query.select(PolicyVersionRow.WHY_CHANGED).where("SCOPE = ? AND POLICY_KEY = ?", name(scope), key)
                .order("POLICY_VERSION DESC").limit(limit);
        return ao.executeInTransaction(
                () -> Arrays.stream(ao.find(PolicyVersionRow.class, newestFirst)).map(AoPolicies::revision).toList());
    }

    @Override
    public void append(StoredPolicy stored) {
        if (stored.version().version() != newest(stored.version()) + 1 || !insert(stored)) {
            throw new StalePolicyException(stored.version());
        }
    }

    private int newest(PolicyVersion of) {
        return history(of.scope(), of.key(), 1).stream().map(revision -> revision.version().version()).findFirst().orElse(0);
    }

    private boolean insert(StoredPolicy stored) {
        PolicyRevision revision = stored.revision();
        Map<String, Object> row = new HashMap<>(16);
        row.put(PolicyVersionRow.VERSION_NAME, name(stored.version()));
        row.put(PolicyVersionRow.SCOPE, name(stored.version().scope()));
        row.put(PolicyVersionRow.POLICY_KEY, stored.version().key());
        row.put(PolicyVersionRow.POLICY_VERSION, stored.version().version());
        row.put(PolicyVersionRow.CONTENT, stored.content());
        TextColumn.put(row, PolicyVersionRow.WHY_CHANGED, revision.why());
        TextColumn.put(row, PolicyVersionRow.AUTHOR_KEY, revision.author(), PolicyVersionRow.NAME_LENGTH);
        row.put(PolicyVersionRow.RETIRED, revision.retired());
        row.put(PolicyVersionRow.AT_MILLIS, revision.at().toEpochMilli());
        return UniqueInsert.into(ao, PolicyVersionRow.class, row, Query.select().where("VERSION_NAME = ?", name(stored.version())));
    }

    private List<StoredPolicy> policies(Query query) {
        return Arrays.stream(ao.find(PolicyVersionRow.class, query)).map(row -> new StoredPolicy(revision(row), row.getContent())).toList();
    }

    private static PolicyRevision revision(PolicyVersionRow row) {
        return new PolicyRevision(new PolicyVersion(scope(row.getScope()), row.getPolicyKey(), row.getPolicyVersion()), row.isRetired(),
                TextColumn.read(row.getWhyChanged()), TextColumn.read(row.getAuthorKey()), Instant.ofEpochMilli(row.getAtMillis()));
    }

    private static String name(PolicyVersion version) {
        return name(version.scope()) + " " + version.key() + " " + version.version();
    }

    private static String name(Scope scope) {
        return scope.isGlobal() ? GLOBAL : PROJECT + scope.project().getAsLong();
    }

    private static Scope scope(String name) {
        return name.equals(GLOBAL) ? Scope.GLOBAL : Scope.of(Long.parseLong(name.substring(PROJECT.length())));
    }
}
