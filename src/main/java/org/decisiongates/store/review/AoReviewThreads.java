package org.decisiongates.store.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.issue.ThreadSection;
import org.decisiongates.review.ReviewThread;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.review.ThreadAnchor;
import org.decisiongates.review.ThreadProgress;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.StepColumns;
import org.decisiongates.store.TextColumn;

/** The feedback threads in the product's database. */
@JiraComponent
public final class AoReviewThreads implements ReviewThreads {

    private static final int MAX_ISSUES = 200;
    /** As many as of waivers: what a request may hold in memory. */
    private static final int MAX_STEPS = 20_000;
    /** What the state and the window of a thread depend on: a thread is open without any of it. */
    private static final List<String> DECIDING = Arrays.stream(ThreadStep.Kind.values())
            .filter(kind -> kind != ThreadStep.Kind.OPENED && kind != ThreadStep.Kind.REPLIED).map(ThreadStep.Kind::name).toList();
    /** What a step is read with where what was written is wanted. */
    static final String TEXTS = ThreadStepRow.STEP_TEXT + ", " + ThreadStepRow.QUOTED_TEXT + ", " + ThreadStepRow.OBJECTIVE;

    private final ActiveObjects ao;

    public AoReviewThreads(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public List<ReviewThread> ofIssue(long issueId) {
        return ofIssues(List.of(issueId)).getOrDefault(issueId, List.of());
    }

    @Override
    public Map<Long, List<ReviewThread>> ofIssues(Collection<Long> issueIds) {
        return steps(issueIds, TEXTS, rows -> rows.map(AoReviewThreads::step).collect(Collectors.groupingBy(ThreadStep::issueId,
                Collectors.collectingAndThen(Collectors.toList(), ReviewThread::of))));
    }

    @Override
    public Map<Long, List<ThreadProgress>> progressOf(Collection<Long> issueIds) {
        return steps(issueIds, ThreadStepRow.ID, rows -> rows.collect(Collectors.groupingBy(ThreadStepRow::getIssueId,
                Collectors.collectingAndThen(Collectors.toList(), AoReviewThreads::progress))));
    }

    /** @param more columns beside those that every reading has */
    private <T> Map<Long, T> steps(Collection<Long> issueIds, String more, Function<Stream<ThreadStepRow>, Map<Long, T>> read) {
        if (issueIds.isEmpty()) {
            return Map.of();
        }
        SqlPlaceholders.limit(issueIds.size(), MAX_ISSUES);
        Query query = Query.select(more).where(SqlPlaceholders.in(ThreadStepRow.ISSUE_ID, issueIds), issueIds.toArray()).order("ID");
        return ao.executeInTransaction(() -> read.apply(Arrays.stream(ao.find(ThreadStepRow.class, query))));
    }

    @Override
    public Optional<Map<Long, List<AskedThread>>> asked(Collection<Long> issueIds, OptionalLong projectId) {
        if (issueIds.isEmpty() && projectId.isEmpty()) {
            return Optional.of(Map.of());
        }
        List<String> of = new ArrayList<>();
        List<Object> values = new ArrayList<>(issueIds);
        if (!issueIds.isEmpty()) {
            of.add(SqlPlaceholders.in(ThreadStepRow.ISSUE_ID, issueIds));
        }
        projectId.ifPresent(project -> {
            of.add("PROJECT_ID = ?");
            values.add(project);
        });
        values.addAll(DECIDING);
        Query query = Query.select().where("(" + String.join(" OR ", of) + ") AND "
                + SqlPlaceholders.in(ThreadStepRow.STEP_KIND, DECIDING), values.toArray()).order("ID").limit(MAX_STEPS + 1);
        ThreadStepRow[] rows = ao.executeInTransaction(() -> ao.find(ThreadStepRow.class, query));
        return rows.length > MAX_STEPS ? Optional.empty()
                : Optional.of(Arrays.stream(rows).collect(Collectors.groupingBy(ThreadStepRow::getIssueId,
                        Collectors.collectingAndThen(Collectors.toList(), AoReviewThreads::asked))));
    }

    private static List<AskedThread> asked(List<ThreadStepRow> ofIssue) {
        return progress(ofIssue).stream()
                .flatMap(thread -> thread.window().map(window -> new AskedThread(thread.state(), window)).stream()).toList();
    }

    @Override
    public Map<Long, Instant> disputedSince(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return Map.of();
        }
        SqlPlaceholders.limit(issueIds.size(), MAX_ISSUES);
        List<Object> values = new ArrayList<>(issueIds);
        values.addAll(List.of(ThreadStep.Kind.DISPUTED.name(), ThreadStep.Kind.DISPUTE_SETTLED.name()));
        Query query = Query.select().where(SqlPlaceholders.in(ThreadStepRow.ISSUE_ID, issueIds) + " AND STEP_KIND IN (?, ?)",
                values.toArray()).order("ID");
        Map<String, ThreadStepRow> latest = new HashMap<>();
        for (ThreadStepRow row : ao.executeInTransaction(() -> ao.find(ThreadStepRow.class, query))) {
            latest.merge(row.getIssueId() + ":" + row.getThreadNumber(), row,
                    (one, other) -> one.getThreadStep() > other.getThreadStep() ? one : other);
        }
        return latest.values().stream().filter(row -> row.getStepKind().equals(ThreadStep.Kind.DISPUTED.name()))
                .collect(Collectors.toMap(ThreadStepRow::getIssueId, row -> Instant.ofEpochMilli(row.getAtMillis()),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    @Override
    public boolean append(ThreadStep step) {
        Map<String, Object> row = new HashMap<>(32);
        row.put(ThreadStepRow.PROJECT_ID, step.projectId());
        row.put(ThreadStepRow.THREAD_NUMBER, step.number());
        row.put(ThreadStepRow.THREAD_STEP, step.step());
        row.put(ThreadStepRow.STEP_KIND, step.kind().name());
        TextColumn.put(row, ThreadStepRow.STEP_TEXT, step.text());
        row.put(ThreadStepRow.ACTOR_KEY, step.actor());
        row.put(ThreadStepRow.AT_MILLIS, step.at().toEpochMilli());
        step.due().ifPresent(due -> row.put(ThreadStepRow.DUE_MILLIS, due.toEpochMilli()));
        step.subject().ifPresent(subject -> {
            row.put(ThreadStepRow.ANCHOR_SECTION, subject.anchor().section().name());
            subject.anchor().row().ifPresent(id -> row.put(ThreadStepRow.ANCHOR_ROW, id));
            TextColumn.put(row, ThreadStepRow.QUOTED_TEXT, subject.anchor().quoted());
            TextColumn.put(row, ThreadStepRow.OBJECTIVE, subject.objective());
            subject.comment().ifPresent(id -> row.put(ThreadStepRow.COMMENT_ID, id));
        });
        return StepColumns.append(ao, ThreadStepRow.class, step.issueId(), step.number(), step.step(), row);
    }

    /** The threads of one issue, by number. */
    private static List<ThreadProgress> progress(List<ThreadStepRow> ofIssue) {
        TreeMap<Integer, List<ThreadStepRow>> byNumber = new TreeMap<>();
        ofIssue.forEach(row -> byNumber.computeIfAbsent(row.getThreadNumber(), number -> new ArrayList<>()).add(row));
        return byNumber.values().stream().map(rows -> {
            rows.sort(Comparator.comparingInt(ThreadStepRow::getThreadStep));
            ThreadStepRow first = rows.get(0);
            return new ThreadProgress(first.getThreadNumber(), section(first), rows.stream().map(AoReviewThreads::moment).toList());
        }).toList();
    }

    private static ThreadProgress.Moment moment(ThreadStepRow row) {
        return new ThreadProgress.Moment(ThreadStep.Kind.named(row.getStepKind()), Instant.ofEpochMilli(row.getAtMillis()), due(row));
    }

    /** Another kind of a newer version of the app may have a day of its own. */
    private static Optional<Instant> due(ThreadStepRow row) {
        return ThreadStep.Kind.named(row.getStepKind()).asksOwner() ? Optional.ofNullable(row.getDueMillis()).map(Instant::ofEpochMilli)
                : Optional.empty();
    }

    private static ThreadSection section(ThreadStepRow row) {
        return ThreadSection.named(TextColumn.read(row.getAnchorSection()));
    }

    static ThreadStep step(ThreadStepRow row) {
        ThreadStep.Kind kind = ThreadStep.Kind.named(row.getStepKind());
        Optional<ThreadStep.Subject> subject = row.getThreadStep() == 1 ? Optional.of(subject(row)) : Optional.empty();
        return new ThreadStep(row.getIssueId(), row.getProjectId(), row.getThreadNumber(), row.getThreadStep(), kind, subject,
                TextColumn.read(row.getStepText()), row.getActorKey(), Instant.ofEpochMilli(row.getAtMillis()), due(row));
    }

    private static ThreadStep.Subject subject(ThreadStepRow row) {
        return new ThreadStep.Subject(
                new ThreadAnchor(section(row), optional(row.getAnchorRow()),
                        TextColumn.read(row.getQuotedText())),
                TextColumn.read(row.getObjective()), optional(row.getCommentId()));
    }

    private static OptionalLong optional(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
