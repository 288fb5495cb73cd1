package org.decisiongates.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.Change.Kind;

/**
 * Makes journal entries from one change as it happens, or from the whole history of an issue. Both give the same entries, so that whichever
 * comes second adds nothing.
 */
public final class ChangelogReader {

    private static final String DELETION = "gone";

    private final FieldMapping mapping;

    public ChangelogReader(FieldMapping mapping) {
        this.mapping = mapping;
    }

    /** Everything, from how the issue stands now back to its creation. */
    public List<Change> whole(IssueState now, List<HistoryGroup> groups) {
        List<List<Change>> lastFirst = new ArrayList<>();
        IssueState after = now;
        for (HistoryGroup group : ChangelogOrdering.lastFirst(groups, now, mapping)) {
            lastFirst.add(changed(after, group));
            after = after.before(group, mapping);
        }
        lastFirst.add(created(after));
        Collections.reverse(lastFirst);
        return lastFirst.stream().flatMap(List::stream).toList();
    }

    /** What its creation comes to, if this is how the issue stood then. */
    public List<Change> created(IssueState first) {
        Moment moment = new Moment(Change.CREATION, first.birth().actor(), first.birth().at());
        return kind(first).map(kind -> new Rows(first, kind, moment).of(Item.CREATED, "", initialState(first))).stream().toList();
    }

    /** What one change comes to, if {@code after} is how the issue stood then. */
    public List<Change> changed(IssueState after, HistoryGroup group) {
        IssueState before = after.before(group, mapping);
        Optional<Kind> was = kind(before);
        Optional<Kind> is = kind(after);
        boolean moved = before.projectId() != after.projectId();
        Moment moment = new Moment(group.name(), group.actor(), group.at());
        List<Change> changes = new ArrayList<>();
        if (was.isPresent() && moved) {
            changes.add(new Rows(before, was.get(), moment).of(Item.MOVED, Change.LEFT, before.key(), after.key()));
        } else if (was.isPresent() && is.isEmpty()) {
            changes.add(new Rows(before, was.get(), moment).of(Item.DELETED, "", ""));
        }
        if (is.isPresent()) {
            Rows rows = new Rows(after, is.get(), moment);
            if (moved || was.isEmpty()) {
                changes.add(rows.of(Item.CREATED, "", initialState(after)));
            }
            changes.addAll(edits(after, before, rows, group));
        }
        return changes;
    }

    private List<Change> edits(IssueState after, IssueState before, Rows rows, HistoryGroup group) {
        List<Change> edits = new ArrayList<>();
        Map<String, Integer> steps = new HashMap<>();
        for (HistoryItem item : ours(after, group)) {
            mapping.field(item).flatMap(field -> edit(field.tracked(), item, before, rows)).ifPresent(edit -> {
                int step = steps.merge(edit.identity(), 1, Integer::sum) - 1;
                // a group has one entry for the scope and one for the releases
                if (step == 0 || edit.item() != Item.SCOPE && edit.item() != Item.RELEASE) {
                    edits.add(Rows.step(edit, step));
                }
            });
        }
        return edits;
    }

    /** What a group did to fields the journal asks about, in the order in which it did. */
    private List<HistoryItem> ours(IssueState after, HistoryGroup group) {
        List<HistoryItem> items = ChangelogOrdering.of(group, after, mapping);
        List<HistoryItem> ours = new ArrayList<>();
        IssueState state = after;
        for (int i = items.size() - 1; i >= 0; i--) {
            HistoryItem item = items.get(i);
            IssueState reached = state;
            mapping.field(item).filter(field -> reached.isOfField(field, item, mapping)).ifPresent(field -> ours.add(0, item));
            state = state.without(item, mapping);
        }
        return ours;
    }

    private Optional<Change> edit(TrackedField field, HistoryItem item, IssueState before, Rows rows) {
        return switch (field) {
            case STATUS -> Optional.of(rows.of(Item.PHASE, mapping.phase(before.projectId(), before.typeId(), item.from(), item.fromText()),
                    mapping.phase(rows.state.projectId(), rows.state.typeId(), item.to(), item.toText())));
            case OWNER ->
                rows.different(Item.OWNER, mapping.person(item.from(), item.fromText()), mapping.person(item.to(), item.toText()));
            case DUE -> rows.different(Item.DUE, day(item.before()), day(item.after()));
            case SCOPE -> Optional.of(rows.of(Item.SCOPE, "", ""));
            case RELEASE -> Optional.of(rows.of(Item.RELEASE, text(before.versions()), text(rows.state.versions())));
            case CUSTOMER_FACING ->
                rows.different(Item.CUSTOMER_FACING, yes(mapping.customersNotice(item.from(), item.fromText())),
                        yes(mapping.customersNotice(item.to(), item.toText())));
            case FALLBACK -> rows.different(Item.FALLBACK, yes(!item.before().isBlank()), yes(!item.after().isBlank()));
            case LINK -> link(item, rows);
            case KEY, PROJECT, TYPE -> Optional.empty();
        };
    }

    /** Jira's history has links only as a sentence that ends with the key of the other issue. */
    private Optional<Change> link(HistoryItem item, Rows rows) {
        String key = item.to().isEmpty() ? item.from() : item.to();
        return mapping.link(item.toText().isEmpty() ? item.fromText() : item.toText(), key)
                .flatMap(link -> mapping.issueId(key).stream().boxed().findFirst()
                        .map(id -> rows.of(link, Long.toString(id), item.from(), item.to())));
    }

    /** That the issue is gone, if this is how it stood last. */
    public List<Change> deleted(IssueState last, String actor, Instant at) {
        return kind(last).map(kind -> new Rows(last, kind, new Moment(DELETION, actor, at)).of(Item.DELETED, "", "")).stream().toList();
    }

    /** What leads from where the journal ends to how the issue stands now. */
    public List<Change> corrections(IssueState now, List<CurrentLink> links, JournalOrdering recorded, Instant noticed) {
        return new StateCorrection(this, recorded, noticed).to(now, mapping.phase(now.projectId(), now.typeId(), now.statusId(), ""),
                links);
    }

    /** That an issue of which the journal knows is there no more. */
    public static Change gone(Change last, Instant noticed) {
        return new Change(last.issueId(), last.issueKey(), last.projectId(), last.kind(), DELETION, Item.DELETED, "", "", "", "", noticed);
    }

    Optional<Kind> kind(IssueState state) {
        return mapping.kind(state.projectId(), state.typeId());
    }

    String initialState(IssueState state) {
        ReleaseDates release = release(state.versions());
        return new InitialState(mapping.phase(state.projectId(), state.typeId(), state.statusId(), ""), state.owner(), state.due(),
                state.customerFacing(),
                state.fallback(), release.start(), release.launch()).text();
    }

    private String text(Set<Long> versions) {
        return versions.isEmpty() ? "" : release(versions).text();
    }

    /** Of several releases the one that is launched first. */
    private ReleaseDates release(Set<Long> versions) {
        Comparator<ReleaseDates> byLaunch = Comparator.comparing(release -> release.launch().map(Object::toString).orElse("~"));
        return versions.stream().flatMap(id -> mapping.release(id).stream()).min(byLaunch.thenComparing(ReleaseDates::text))
                .orElse(ReleaseDates.NONE);
    }

    private static String day(String text) {
        return IssueState.day(text).map(Objects::toString).orElse("");
    }

    static String yes(boolean claim) {
        return claim ? "yes" : "";
    }

    /** When, by whom, and what the change is called. */
    record Moment(String group, String actor, Instant at) {
    }

    /** Writes entries of one moment of one issue. */
    record Rows(IssueState state, Kind kind, Moment moment) {

        Change of(Item item, String from, String to) {
            return of(item, "", from, to);
        }

        Change of(Item item, String subject, String from, String to) {
            return new Change(state.birth().issueId(), state.key(), state.projectId(), kind, moment.group(), item, subject, from,
                    to,
                    moment.actor(), moment.at());
        }

        static Change step(Change change, int step) {
            return new Change(change.issueId(), change.issueKey(), change.projectId(), change.kind(), change.group(), change.item(),
                    change.subject(), step,
                    change.from(), change.to(), change.actor(), change.at());
        }

        Optional<Change> different(Item item, String from, String to) {
            return Stream.of(to).filter(value -> !value.equals(from)).map(value -> of(item, from, value)).findFirst();
        }
    }
}
