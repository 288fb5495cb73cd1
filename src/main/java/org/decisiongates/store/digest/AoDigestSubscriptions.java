package org.decisiongates.store.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.digest.DigestSendClaim;
import org.decisiongates.digest.DigestSubscription;
import org.decisiongates.digest.DigestSubscriptions;
import org.decisiongates.digest.DigestTime;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.UniqueInsert;
import org.decisiongates.text.Sha256;

/** Who gets which digests, in the product's database. */
@JiraComponent
public final class AoDigestSubscriptions implements DigestSubscriptions {

    private static final String NAMED = DigestRow.DIGEST_NAME + " = ?";
    private static final String COMMA = ",";
    private static final String NONE = "-";
    private static final String CLAIMED = DigestClaimRow.CLAIM_NAME + " = ?";

    private final ActiveObjects ao;

    public AoDigestSubscriptions(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public List<DigestSubscription> ofPerson(String userKey) {
        return found(Query.select().where("PERSON_KEY = ?", userKey).order("ID"));
    }

    @Override
    public List<DigestSubscription> ofProject(long projectId) {
        return found(Query.select().where("PROJECT_ID = ?", projectId).order("ID"));
    }

    @Override
    public Optional<DigestSubscription> of(String userKey, long projectId) {
        return found(named(name(userKey, projectId))).stream().findFirst();
    }

    @Override
    public List<DigestSubscription> behind(long id) {
        return found(Query.select().where("ID > ? AND ENDED = ?", id, false).order("ID").limit(PAGE));
    }

    private List<DigestSubscription> found(Query query) {
        return ao.executeInTransaction(
                () -> Arrays.stream(ao.find(DigestRow.class, query)).map(AoDigestSubscriptions::subscription).toList());
    }

    @Override
    public void put(DigestSubscription subscription) {
        String name = name(subscription.person(), subscription.projectId());
        if (!update(name, subscription)) {
            Map<String, Object> row = new HashMap<>(16);
            row.put(DigestRow.DIGEST_NAME, name);
            row.put(DigestRow.PERSON_KEY, subscription.person());
            row.put(DigestRow.PROJECT_ID, subscription.projectId());
            row.put(DigestRow.DIGEST_DAY, subscription.time().day().name());
            row.put(DigestRow.DIGEST_HOUR, subscription.time().hour());
            row.put(DigestRow.QUIET_DAYS, quiet(subscription.time()));
            row.put(DigestRow.HTML_FORM, subscription.html());
            row.put(DigestRow.ENDED, subscription.ended());
            if (!UniqueInsert.into(ao, DigestRow.class, row, Query.select().where(NAMED, name))) {
                // the same person did it on another node at the same time
                update(name, subscription);
            }
        }
    }

    private boolean update(String name, DigestSubscription subscription) {
        DigestRow[] rows = ao.find(DigestRow.class, named(name));
        for (DigestRow row : rows) {
            row.setDigestDay(subscription.time().day().name());
            row.setDigestHour(subscription.time().hour());
            row.setQuietDays(quiet(subscription.time()));
            row.setHtmlForm(subscription.html());
            row.setEnded(subscription.ended());
            row.save();
        }
        return rows.length > 0;
    }

    @Override
    public void remove(String userKey, long projectId) {
        ao.executeInTransaction(() -> {
            ao.delete(ao.find(DigestRow.class, named(name(userKey, projectId))));
            return null;
        });
    }

    @Override
    public boolean claim(long id, String name, Instant at) {
        Map<String, Object> row = new HashMap<>(4);
        row.put(DigestClaimRow.CLAIM_NAME, claim(id, name));
        row.put(DigestClaimRow.DIGEST_ID, id);
        row.put(DigestClaimRow.CLAIMED_MILLIS, at.toEpochMilli());
        return UniqueInsert.into(ao, DigestClaimRow.class, row, Query.select().where(CLAIMED, claim(id, name)));
    }

    @Override
    public void release(long id, String name) {
        ao.executeInTransaction(() -> {
            ao.delete(ao.find(DigestClaimRow.class, Query.select().where(CLAIMED, claim(id, name))));
            return null;
        });
    }

    @Override
    public List<DigestSendClaim> claimed(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Query query = Query.select().where(SqlPlaceholders.in(DigestClaimRow.DIGEST_ID, ids), ids.toArray())
                .order(DigestClaimRow.CLAIMED_MILLIS);
        return ao
                .executeInTransaction(() -> Arrays.stream(ao.find(DigestClaimRow.class, query)).map(AoDigestSubscriptions::claim).toList());
    }

    @Override
    public void forget(Instant before) {
        ao.executeInTransaction(() -> {
            ao.delete(ao.find(DigestClaimRow.class,
                    Query.select().where("CLAIMED_MILLIS < ?", before.toEpochMilli()).limit(PAGE)));
            return null;
        });
    }

    private static Query named(String name) {
        return Query.select().where(NAMED, name);
    }

    private static DigestSendClaim claim(DigestClaimRow row) {
        return new DigestSendClaim(row.getDigestId(), row.getClaimName().substring(row.getClaimName().indexOf(':') + 1),
                Instant.ofEpochMilli(row.getClaimedMillis()));
    }

    private static String claim(long id, String name) {
        return id + ":" + name;
    }

    private static String name(String userKey, long projectId) {
        return projectId + ":" + new Sha256().update(userKey).hex();
    }

    private static DigestSubscription subscription(DigestRow row) {
        return new DigestSubscription(row.getID(), row.getPersonKey(), row.getProjectId(), time(row), row.isHtmlForm(), row.isEnded());
    }

    private static DigestTime time(DigestRow row) {
        DayOfWeek day = DayOfWeek.valueOf(row.getDigestDay());
        return row.getQuietDays() == null ? new DigestTime(day, row.getDigestHour())
                : new DigestTime(day, row.getDigestHour(), Arrays.stream(row.getQuietDays().split(COMMA)).filter(name -> !name.equals(NONE))
                        .map(DayOfWeek::valueOf).collect(Collectors.toSet()));
    }

    /** Not empty in any case, which some databases read as nothing at all. */
    private static String quiet(DigestTime time) {
        return time.quiet().isEmpty() ? NONE : time.quiet().stream().map(DayOfWeek::name).collect(Collectors.joining(COMMA));
    }
}
