package org.decisiongates.store.review;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStepFeed;
import org.decisiongates.review.ThreadStepName;
import org.decisiongates.store.SqlPlaceholders;

/** The steps of all threads in the product's database, in the order in which they were stored. */
@JiraComponent
public final class AoThreadStepFeed implements ThreadStepFeed {

    private static final int MAX_VALUES = 200;
    private static final String ORDER = "ID";

    private final ActiveObjects ao;

    public AoThreadStepFeed(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public long last() {
        return read(Query.select().order("ID DESC").limit(1), rows -> rows.map(ThreadStepRow::getID).findFirst().orElse(0L));
    }

    @Override
    public List<PlacedStep> behind(long place) {
        return read(Query.select(AoReviewThreads.TEXTS).where("ID > ?", place).order(ORDER).limit(PAGE),
                rows -> rows.map(row -> new PlacedStep(row.getID(), AoReviewThreads.step(row))).toList());
    }

    @Override
    public List<EndedWindow> ended(Instant from, Instant before) {
        Query query = Query.select().where("DUE_MILLIS >= ? AND DUE_MILLIS < ?", from.toEpochMilli(), before.toEpochMilli())
                .order(ThreadStepRow.DUE_MILLIS).limit(MAX_WINDOWS);
        return read(query, rows -> rows.map(
                row -> new EndedWindow(row.getIssueId(), row.getThreadNumber(), Instant.ofEpochMilli(row.getDueMillis()))).toList());
    }

    @Override
    public Map<Long, List<StepAuthor>> authors(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return Map.of();
        }
        SqlPlaceholders.limit(issueIds.size(), MAX_VALUES);
        Query query = Query.select().where(SqlPlaceholders.in(ThreadStepRow.ISSUE_ID, issueIds), issueIds.toArray()).order("ISSUE_ID, ID");
        return read(query, rows -> rows.collect(Collectors.groupingBy(ThreadStepRow::getIssueId,
                Collectors.mapping(
                        row -> new StepAuthor(new ThreadStepName(row.getIssueId(), row.getThreadNumber(), row.getThreadStep()),
                                row.getActorKey()),
                        Collectors.toList()))));
    }

    @Override
    public List<ThreadStep> named(Collection<ThreadStepName> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        SqlPlaceholders.limit(names.size(), MAX_VALUES);
        Query query = Query.select(AoReviewThreads.TEXTS).where(SqlPlaceholders.in(ThreadStepRow.STEP_NAME, names),
                names.stream().map(name -> name.issueId() + ":" + name.number() + ":" + name.step()).toArray()).order(ORDER);
        return read(query, rows -> rows.map(AoReviewThreads::step).toList());
    }

    private <T> T read(Query query, Function<Stream<ThreadStepRow>, T> use) {
        return ao.executeInTransaction(() -> use.apply(Arrays.stream(ao.find(ThreadStepRow.class, query))));
    }
}
