package org.decisiongates.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.ApprovedScope.State;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedScopeChange;
import org.decisiongates.issue.LinkedScopeChange.Standing;
import org.decisiongates.issue.SealedSection;

/**
 * Compares the scope of a Decision with what was approved when it was decided. Approving the changed content again does not make it the
 * approved scope: a scope change does, which was decided after the last edit (ADR-0184). For one thread.
 */
public final class ScopeComparison {

    /** What of a Decision is its scope. */
    private static final Set<SealedSection> SCOPE = Collections
            .unmodifiableSet(EnumSet.of(SealedSection.CRITERIA, SealedSection.SCOPE, SealedSection.RELEASE, SealedSection.DUE_DATE));

    private final ApprovalSubject subject;
    private final List<SealedApprovalStep> stored;
    private final Optional<Instant> decided;

    /**
     * @param stored    steps of the approvals of the issue, in order
     * @param decided when it was decided last; empty where it is not
     */
    public ScopeComparison(ApprovalSubject subject, List<SealedApprovalStep> stored, Optional<Instant> decided) {
        this.subject = subject;
        this.stored = List.copyOf(stored);
        this.decided = decided;
    }

    /** The sections of the scope that an approval is bound to by any of these requirements, whether it applies to an issue or not. */
    public static Set<SealedSection> sealed(List<RequiredApproval> required) {
        Set<SealedSection> sealed = EnumSet.noneOf(SealedSection.class);
        required.forEach(one -> sealed.addAll(one.requirement().sections()));
        sealed.retainAll(SCOPE);
        return sealed;
    }

    /**
     * The approval that says what of each section was approved: the newest that stood when the Decision was decided, by whatever
     * requirement there was then, and where none did, the first one after that. None while it is not decided. The issue is as it is
     * stored.
     */
    public Map<SealedSection, ApprovalStep> approvals() {
        return approvals(subject::issue);
    }

    private Map<SealedSection, ApprovalStep> approvals(Supplier<IssueView> kept) {
        return decided.map(decidedAt -> approvals(decidedAt, kept)).orElseGet(Map::of);
    }

    private Map<SealedSection, ApprovalStep> approvals(Instant decidedAt, Supplier<IssueView> kept) {
        List<ApprovalStep> steps = stored.stream().map(SealedApprovalStep::step).toList();
        List<ApprovalStep> before = steps.stream().filter(step -> !step.at().isAfter(decidedAt)).toList();
        Map<SealedSection, ApprovalStep> approved = new EnumMap<>(SealedSection.class);
        Set<SealedSection> sealed = sealed(subject.required());
        // a requirement that was renamed, or that is asked of another project by now, was approved all the same
        before.stream().flatMap(step -> step.requirements().stream()).distinct()
                .flatMap(id -> ApprovalStep.lastWords(before, id).values().stream()).filter(ScopeComparison::approves)
                .forEach(step -> bound(step, sealed).filter(section -> !wasStale(step, section, decidedAt, kept))
                        .forEach(section -> approved.merge(section, step, (one, other) -> one.step() > other.step() ? one : other)));
        steps.stream().filter(step -> step.at().isAfter(decidedAt)).filter(ScopeComparison::approves)
                .forEach(step -> bound(step, sealed).forEach(section -> approved.putIfAbsent(section, step)));
        return approved;
    }

    private static boolean approves(ApprovalStep step) {
        return step.kind().equals(Optional.of(Kind.APPROVED));
    }

    private static Stream<SealedSection> bound(ApprovalStep step, Set<SealedSection> sealed) {
        return sealed.stream().filter(section -> step.digests().containsKey(section.key()));
    }

    /**
     * Whether the Decision was decided about something else than the approval. Where an edit came between the two, and nothing that was not
     * edited meanwhile says what it said then, the approval stands.
     */
    private boolean wasStale(ApprovalStep approval, SealedSection section, Instant decidedAt, Supplier<IssueView> kept) {
        String approved = approval.digests().get(section.key());
        if (approved.equals(SealedContent.of(subject.issue(), Set.of(section)).digests().get(section.key()))
                || !isEditedBetween(section, approval.at(), decidedAt)) {
            return false;
        }
        Optional<String> then = stored.stream().map(SealedApprovalStep::step).filter(step -> step.digests().containsKey(section.key()))
                .filter(step -> !isEditedBetween(section, step.at(), decidedAt) && !isEditedBetween(section, decidedAt, step.at()))
                .map(step -> step.digests().get(section.key())).findFirst();
        return then.or(() -> isEditedBetween(section, decidedAt, Instant.MAX) ? Optional.empty()
                : Optional.of(SealedContent.of(kept.get(), Set.of(section)).digests().get(section.key())))
                .filter(said -> !said.equals(approved)).isPresent();
    }

    private boolean isEditedBetween(SealedSection section, Instant from, Instant to) {
        return subject.edits().getOrDefault(section, List.of()).stream().map(SectionEdit::at)
                .anyMatch(at -> at.isAfter(from) && !at.isAfter(to));
    }

    /**
     * What became of the approved scope.
     *
     * @param records what is linked to it as a scope change; asked for once somebody approved
     * @param kept    the issue without the edits of a transition; asked for where there is a scope change, or an edit between approval and
     *                decision
     */
    public ApprovedScope result(Supplier<List<ScopeChangeRecord>> records, Supplier<IssueView> kept) {
        if (SealedApprovalStep.firstBroken(stored, erasure -> true).isPresent()) {
            return ApprovedScope.of(State.CHAIN_BROKEN);
        }
        Map<SealedSection, ApprovalStep> approvals = approvals(kept);
        if (approvals.isEmpty()) {
            return ApprovedScope.NOT_APPROVED;
        }
        Map<String, String> now = SealedContent.of(subject.issue(), approvals.keySet()).digests();
        List<ScopeChangeRecord> linked = records.get();
        if (linked.stream().allMatch(record -> record.coversSince().isEmpty())) {
            List<SealedSection> changed = approvals.entrySet().stream().filter(one -> !isAsApproved(one.getKey(), one.getValue(), now))
                    .map(Map.Entry::getKey).toList();
            return ApprovedScope.changed(changed, List.of(), changed.isEmpty() ? List.of() : standing(linked, Set.of()));
        }
        return covered(approvals, now, linked, SealedContent.of(kept.get(), approvals.keySet()).digests());
    }

    private ApprovedScope covered(Map<SealedSection, ApprovalStep> approvals, Map<String, String> now, List<ScopeChangeRecord> linked,
            Map<String, String> kept) {
        List<SealedSection> changed = new ArrayList<>();
        List<SealedSection> covered = new ArrayList<>();
        Set<Long> covering = new HashSet<>();
        approvals.forEach((section, approval) -> {
            List<Instant> edits = editsSinceDecided(section);
            List<Long> afterLast = decidedNotBefore(edits.get(edits.size() - 1), linked);
            boolean isCovered = !afterLast.isEmpty() && now.get(section.key()).equals(kept.get(section.key()));
            // what a scope change was decided about is the approved scope since, even where the former content is restored after it
            boolean isReplaced = !isCovered && edits.size() > 1 && !decidedNotBefore(edits.get(1), linked).isEmpty();
            if (!isAsApproved(section, approval, now) || isReplaced) {
                (isCovered ? covered : changed).add(section);
                covering.addAll(isCovered ? afterLast : List.of());
            }
        });
        return ApprovedScope.changed(changed, covered, changed.isEmpty() && covered.isEmpty() ? List.of() : standing(linked, covering));
    }

    /** In order, the decision itself in front: what was changed without an edit that is written down was changed after that. */
    private List<Instant> editsSinceDecided(SealedSection section) {
        Instant decidedAt = decided.orElseThrow();
        return Stream.concat(Stream.of(decidedAt),
                subject.edits().getOrDefault(section, List.of()).stream().map(SectionEdit::at).filter(at -> at.isAfter(decidedAt)).sorted())
                .toList();
    }

    private static List<Long> decidedNotBefore(Instant moment, List<ScopeChangeRecord> linked) {
        return linked.stream().filter(record -> record.coversSince().filter(at -> !at.isBefore(moment)).isPresent())
                .map(ScopeChangeRecord::issueId).toList();
    }

    private static boolean isAsApproved(SealedSection section, ApprovalStep approval, Map<String, String> now) {
        return approval.digests().get(section.key()).equals(now.get(section.key()));
    }

    private static List<LinkedScopeChange> standing(List<ScopeChangeRecord> linked, Set<Long> covering) {
        return linked.stream().map(record -> new LinkedScopeChange(record.key(),
                record.lack().orElse(covering.contains(record.issueId()) ? Standing.COVERS : Standing.TOO_EARLY))).toList();
    }
}
