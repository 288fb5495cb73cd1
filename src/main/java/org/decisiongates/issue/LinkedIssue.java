package org.decisiongates.issue;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.decisiongates.text.TextWithDays;

/**
 * The other end of a link. Of an issue that the actor may not see, rules learn what they need to count it, and nothing they could print:
 * its key and its status cannot be had (ADR-0077).
 */
public final class LinkedIssue {

    private static final String DECISION = "decision";
    private static final String BLOCKER = "blocker";
    private static final int MAX_NAMED = 10;
    /** As people count: SHOP-9 before SHOP-10. */
    private static final Comparator<LinkedIssue> BY_KEY = Comparator.<LinkedIssue>comparingInt(other -> other.key.orElse("").length())
            .thenComparing(other -> other.key.orElse(""));

    private final Link link;
    private final long id;
    private final Optional<String> key;
    private final String type;
    private final IssueStatus status;

    private LinkedIssue(Link link, long id, Optional<String> key, String type, IssueStatus status) {
        this.link = Objects.requireNonNull(link, "link");
        this.id = id;
        this.key = key;
        this.type = Objects.requireNonNull(type, "type");
        this.status = Objects.requireNonNull(status, "status");
    }

    /**
     * What makes it a linked issue.
     *
     * @param type      the host's id of the type of the link
     * @param isOutward whether the link leads from the issue to the linked one
     * @param blocks    whether it says, in the host's usual words, that the linked issue blocks the issue
     */
    public record Link(String type, boolean isOutward, boolean blocks) {

        public Link {
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * A linked issue that the actor may see.
     *
     * @param id   the host's id, by which two links to one issue are told from links to two
     * @param type {@code decision}, {@code blocker}, or the host's id of another type
     */
    public static LinkedIssue visible(Link link, long id, String key, String type, IssueStatus status) {
        return new LinkedIssue(link, id, Optional.of(key), type, status);
    }

    /** A linked issue that the actor may not see. */
    public static LinkedIssue hidden(Link link, long id, String type, IssueStatus status) {
        return new LinkedIssue(link, id, Optional.empty(), type, new IssueStatus(status.id(), "", status.phase()));
    }

    /** Those of {@code linked} that are different issues, in their order: two issues may be linked more than once. */
    public static List<LinkedIssue> distinct(Collection<LinkedIssue> linked) {
        Set<Long> seen = new HashSet<>();
        return linked.stream().filter(other -> seen.add(other.id)).toList();
    }

    /**
     * The visible ones of {@code linked} for a message, by key, {@code SHOP-11 (Draft), SHOP-12 (In review)}: the first ten, and a sign
     * when there are more.
     */
    public static String named(Collection<LinkedIssue> linked) {
        return named(linked, other -> other.status.name());
    }

    /** The same with something else behind each key. */
    public static String named(Collection<LinkedIssue> linked, Function<LinkedIssue, String> what) {
        return namedOn(linked, what::apply).toString();
    }

    /** The same with a day or something else behind each key, of which a page writes the days. */
    public static TextWithDays namedOn(Collection<LinkedIssue> linked, Function<LinkedIssue, ? extends Serializable> what) {
        List<LinkedIssue> visible = linked.stream().filter(LinkedIssue::isVisible).sorted(BY_KEY).toList();
        List<Serializable> parts = new ArrayList<>();
        visible.stream().limit(MAX_NAMED).forEach(other -> {
            parts.add((parts.isEmpty() ? "" : ", ") + other.key.get() + " (");
            parts.add(what.apply(other));
            parts.add(")");
        });
        if (visible.size() > MAX_NAMED) {
            parts.add(", \u2026");
        }
        return new TextWithDays(parts);
    }

    public Link link() {
        return link;
    }

    /** Its key; empty where the actor may not see it. */
    public Optional<String> key() {
        return key;
    }

    /** Where it stands; empty where the actor may not see it. */
    public Optional<IssueStatus> status() {
        return isVisible() ? Optional.of(status) : Optional.empty();
    }

    /** Where it stands, without a name where the actor may not see it: to keep it in a case of a policy, not to show it. */
    public IssueStatus storedStatus() {
        return status;
    }

    /** The host's id, to keep it in a case of a policy, not to show it. */
    public long storedId() {
        return id;
    }

    /** {@code decision}, {@code blocker}, or the host's id of another type. */
    public String type() {
        return type;
    }

    /** Whether the actor may see it. */
    public boolean isVisible() {
        return key.isPresent();
    }

    /** Whether it is one of the app's own issue types, which stand in phases. */
    public boolean isDecisionOrBlocker() {
        return isDecision() || type.equals(BLOCKER);
    }

    public boolean isDecision() {
        return type.equals(DECISION);
    }

    /** Whether it is a Decision or a Blocker that is not settled. One in a status that no phase stands for has settled nothing. */
    public boolean isOpen() {
        if (isDecision()) {
            return status.phase().isEmpty() || isPhaseOf(DecisionPhase.DRAFT) || isPhaseOf(DecisionPhase.IN_REVIEW);
        }
        return type.equals(BLOCKER) && (status.phase().isEmpty() || isPhaseOf(BlockerPhase.OPEN) || isPhaseOf(BlockerPhase.RESOLVING)
                || isPhaseOf(BlockerPhase.ESCALATED));
    }

    /**
     * Whether it stands in one of these phases, or in one of these statuses.
     *
     * @param phases   names, {@code DECIDED}
     * @param statuses the host's ids
     */
    public boolean standsIn(Collection<String> phases, Collection<String> statuses) {
        return status.phase().isPresent() && phases.contains(status.phase().get()) || statuses.contains(status.id());
    }

    private boolean isPhaseOf(Enum<?> phase) {
        return status.phase().get().equals(phase.name());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkedIssue that && link.equals(that.link) && id == that.id && key.equals(that.key)
                && type.equals(that.type) && status.equals(that.status);
    }

    @Override
    public int hashCode() {
        return Objects.hash(link, id, key, type, status);
    }

    @Override
    public String toString() {
        return "LinkedIssue[" + link + ", " + key.map(shown -> shown + ", " + status).orElse("hidden") + "]";
    }
}
