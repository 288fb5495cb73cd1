package org.decisiongates.approval;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.Verdict.Standing;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalQuorum.Unit;

/**
 * The approvals of an issue as it is: which count, which are stale, and who is missing. Nothing of it is stored; it follows from what
 * happened and from what the issue says. For one thread.
 */
public final class Approvals {

    /** Too few approvers is what the owner has to mend; the others can approve meanwhile. */
    private static final Set<ApprovalState> WAITING = EnumSet.of(ApprovalState.OPEN, ApprovalState.NEEDS_DISCUSSION,
            ApprovalState.TOO_FEW_APPROVERS);

    private final ApprovalSubject subject;
    private final List<ApprovalStep> steps;
    private final ApprovalRequestHistory requests;
    private final OptionalInt brokenAt;
    private final ApproverDirectory directory;
    private final SealedContent content;
    private final Map<String, String> digests;
    private final Map<String, RequirementState> known = new HashMap<>();
    private List<RequirementState> states;

    /** @param stored the steps of the issue, in order */
    public Approvals(ApprovalSubject subject, List<SealedApprovalStep> stored, ApproverDirectory directory) {
        this.steps = stored.stream().map(SealedApprovalStep::step).toList();
        // erasures that are not on record have left no seal that holds (ApprovalSteps)
        this.brokenAt = SealedApprovalStep.firstBroken(stored, erasure -> true);
        this.requests = new ApprovalRequestHistory(steps);
        this.subject = subject.requestedAt(requests.first().map(ApprovalStep::at));
        this.directory = directory;
        this.content = subject.content();
        this.digests = content.digests();
    }

    /** What whoever approves now is shown. */
    public SealedContent content() {
        return content;
    }

    /** The first stored step that is not as it was sealed. Where there is one, no approval counts and none can be given. */
    public OptionalInt brokenAt() {
        return brokenAt;
    }

    /** Whether anybody asked for the approvals. */
    public boolean areRequested() {
        return request().isPresent();
    }

    /** What is asked of the issue as it is, in the order of the policies; nothing for what does not apply to it. */
    public List<RequirementState> states() {
        if (states == null) {
            // before that nobody's approval is looked up
            states = areRequested() || brokenAt.isPresent() ? asIfRequested()
                    : subject.applying().stream()
                            .map(one -> new RequirementState(one, ApprovalState.NOT_REQUESTED, 0, 0, List.of(), List.of())).toList();
        }
        return states;
    }

    /** The same, whether anybody asked for the approvals or not. */
    List<RequirementState> asIfRequested() {
        return RequirementState.inTurns(subject.applying().stream().map(this::known).toList());
    }

    private RequirementState known(RequiredApproval required) {
        RequirementState found = known.get(required.id());
        if (found == null) {
            found = state(required);
            known.put(required.id(), found);
        }
        return found;
    }

    /** Everything that happened to them, in order. */
    public List<ApprovalStep> steps() {
        return steps;
    }

    /** The issue as it is. */
    public ApprovalSubject subject() {
        return subject;
    }

    public long projectId() {
        return subject.projectId();
    }

    /**
     * Whether somebody may approve by a requirement whose turn it is.
     *
     * @param actor    user key of who would do it
     * @param approver user key of the approver whose approval it would be, the actor or whom the actor stands in for
     */
    boolean maySpeak(String actor, String approver) {
        return states().stream().anyMatch(one -> maySpeak(actor, approver, one));
    }

    /** Whether an approval by somebody would add to a requirement whose turn it is. */
    boolean mayAdd(String actor, String approver) {
        return states().stream().anyMatch(one -> maySpeak(actor, approver, one) && !one.addsNobody(actor, approver));
    }

    boolean maySpeak(String actor, String approver, RequirementState one) {
        return isItsTurn(one) && mayApprove(approver, one.required()) && (actor.equals(approver) || !one.isSaidInPersonBy(approver))
                && subject.conflictOf(approver, one.required()).or(() -> subject.conflictOf(actor, one.required())).isEmpty();
    }

    /** Whether every requirement of an earlier stage is met, whatever keeps this one from being met. */
    boolean isItsTurn(RequirementState one) {
        return one.required().requirement().stage() <= RequirementState.stageOf(states());
    }

    /**
     * What waits for somebody's approval now: their turn, and nothing that they said counts. Nothing before anybody asked.
     *
     * @param actor    user key of who would give it
     * @param approver user key of the approver whose approval it would be, the actor or whom the actor stands in for
     */
    public List<RequirementState> waitingFor(String actor, String approver) {
        return !areRequested() ? List.of()
                : states().stream().filter(one -> WAITING.contains(one.state()))
                        .filter(one -> maySpeak(actor, approver, one) && !one.isSaidFor(approver) && !one.addsNobody(actor, approver))
                        .toList();
    }

    /** Approvals that somebody gave, or that others gave on their behalf, and that what they are bound to has left behind. */
    public List<Verdict> staleOf(String userKey) {
        return states().stream().flatMap(one -> one.verdicts().stream())
                .filter(verdict -> verdict.isStaleApproval() && verdict.isApprovalBy(userKey)).toList();
    }

    /** Who asked for the approvals last; empty before anybody did. */
    public Optional<ApprovalStep> request() {
        return requests.last();
    }

    /** Whether approvals are missing, no entry was altered, and the issue says something else than at the last request or since. */
    public boolean mayBeRequestedAgain() {
        return brokenAt.isEmpty() && arePending() && requests.isOutdated(content.digest());
    }

    /**
     * What somebody may take back: whatever they said themselves, or others for them; as a delegate, only what was said on behalf of the
     * approver, and only where the duty rules would let the delegate speak. An owner who stands in does not lift an objection.
     */
    List<RequiredApproval> takenBackBy(String actor, String approver) {
        return subject.required().stream().filter(one -> Optional.ofNullable(lastWords(one).get(approver))
                .filter(word -> actor.equals(approver)
                        || word.onBehalfOf().isPresent() && subject.conflictOf(actor, one).isEmpty())
                .isPresent()).toList();
    }

    /** What rules see of it: everything that the policies ask, what does not apply to the issue among it. */
    public List<IssueApproval> seenByRules() {
        Map<String, IssueApproval> asked = new HashMap<>();
        states().forEach(one -> asked.put(one.required().id(),
                new IssueApproval(one.required().requirement().name(), one.state(), one.given(), one.needed(), one.missing())));
        return subject.required().stream().map(one -> asked.getOrDefault(one.id(),
                new IssueApproval(one.requirement().name(), ApprovalState.NOT_APPLICABLE, 0, 0, List.of()))).toList();
    }

    /** Whether somebody asked for approvals that are not all current, of an issue of which more is to come. */
    public boolean arePending() {
        return pending() > 0;
    }

    /** How many requirements are not met, once somebody asked for the approvals of an issue of which more is to come. */
    public long pending() {
        return areRequested() && !areOver() ? subject.applying().size() - spokenOf().filter(RequirementState::isMet).count() : 0;
    }

    /** How many approvals are stale; one that counts for several requirements is one. */
    public long stale() {
        return !areRequested() ? 0
                : spokenOf().flatMap(one -> one.verdicts().stream()).filter(Verdict::isStaleApproval).map(verdict -> verdict.step().step())
                        .distinct().count();
    }

    /** The requirements of which somebody says something; who could meet the others need not be looked up to count them. */
    private Stream<RequirementState> spokenOf() {
        return subject.applying().stream().filter(one -> !lastWords(one).isEmpty()).map(this::known);
    }

    /** Whether nothing more is to come of the issue, so that nobody is asked to approve it. */
    public boolean areOver() {
        return ApprovalReader.hasEnded(subject.issue());
    }

    /** User key of the present owner. */
    public Optional<String> owner() {
        return subject.owner();
    }

    /** Every last word of an approver on a requirement. Nobody is asked who else could approve. */
    public List<Verdict> verdicts() {
        return subject.applying().stream().flatMap(one -> verdicts(one, approvers(one)).stream()).toList();
    }

    /** Whether somebody is an approver by the requirement now who may see the issue; the duty rules may keep them from it. */
    boolean mayApprove(String userKey, RequiredApproval required) {
        return approvers(required).include(userKey) && subject.issue().maySee(userKey);
    }

    /** Whether somebody is an approver of the issue as it is, by any requirement; the duty rules may keep them from it. */
    public boolean isApprover(String userKey) {
        return subject.applying().stream().anyMatch(one -> mayApprove(userKey, one));
    }

    /** Why somebody may not approve by the requirement; empty where the duty rules let them. */
    Optional<ApprovalSubject.Duty> dutyOf(String userKey, RequiredApproval required) {
        return subject.conflictOf(userKey, required);
    }

    /** Digests of the sections that the requirements are bound to, as they are. */
    Map<String, String> digestsOf(Collection<RequiredApproval> required) {
        Map<String, String> bound = new LinkedHashMap<>(digests);
        bound.keySet().retainAll(RequiredApproval.sections(required).stream().map(SealedSection::key).toList());
        return bound;
    }

    /** The last step of each person that says something on the requirement, by the person's key. */
    Map<String, ApprovalStep> lastWords(RequiredApproval required) {
        return ApprovalStep.lastWords(steps, required.id());
    }

    private Approvers approvers(RequiredApproval required) {
        return new Approvers(subject, required.requirement().approvers(), directory);
    }

    private RequirementState state(RequiredApproval required) {
        ApprovalQuorum quorum = required.requirement().quorum();
        Approvers approvers = approvers(required);
        List<Verdict> verdicts = verdicts(required, approvers);
        int given = RequirementState.given(verdicts, quorum);
        if (brokenAt.isPresent()) {
            return new RequirementState(required, ApprovalState.CHAIN_BROKEN, 0, given, verdicts, List.of());
        }
        boolean isDisputed = approvers.wantDiscussion(verdicts);
        if (quorum.unit() == Unit.PEOPLE && given >= quorum.number() && !isDisputed) {
            // who else could approve need not be looked up
            return new RequirementState(required, ApprovalState.MET, quorum.number(), given, verdicts, List.of());
        }
        if (quorum.unit() == Unit.PERCENT && approvers.areTooMany()) {
            return new RequirementState(required, ApprovalState.TOO_MANY_APPROVERS, 0, given, verdicts, List.of());
        }
        Set<String> missing = new LinkedHashSet<>(approvers.all());
        missing.removeIf(person -> subject.conflictOf(person, required).isPresent());
        Set<String> notCounted = RequirementState.notCounted(verdicts, quorum);
        verdicts.stream().filter(verdict -> verdict.isCurrent(Kind.ABSTAINED) || verdict.isCurrent(Kind.APPROVED))
                .map(verdict -> verdict.step().approver()).filter(approver -> !notCounted.contains(approver)).forEach(missing::remove);
        int possible = missing.size() + given;
        int needed = quorum.needed(possible);
        ApprovalState status = isDisputed ? ApprovalState.NEEDS_DISCUSSION
                : given >= needed ? ApprovalState.MET
                : possible < needed ? ApprovalState.TOO_FEW_APPROVERS
                : ApprovalState.OPEN;
        return new RequirementState(required, status, needed, given, verdicts,
                status == ApprovalState.MET ? List.of() : missing.stream().limit(ApproverDirectory.MAX_MEMBERS).toList());
    }

    private List<Verdict> verdicts(RequiredApproval required, Approvers approvers) {
        return lastWords(required).values().stream().map(step -> verdict(step, required, approvers)).toList();
    }

    private Verdict verdict(ApprovalStep step, RequiredApproval required, Approvers approvers) {
        List<String> changed = required.requirement().sections().stream().map(SealedSection::key)
                .filter(section -> !Objects.equals(step.digests().get(section), digests.get(section))).toList();
        boolean isExcluded = subject.conflictOf(step.approver(), required).or(() -> subject.conflictOf(step.actor(), required)).isPresent();
        Standing standing = brokenAt.isPresent() ? Standing.CHAIN_BROKEN
                : isExcluded ? Standing.EXCLUDED
                : step.projectId() != subject.projectId() || approvers.wasNamedByFieldAlone(step.approver()) ? Standing.NO_APPROVER
                : changed.isEmpty() ? Standing.CURRENT
                : Standing.STALE;
        return new Verdict(step, step.kind().orElseThrow(), standing, changed);
    }
}
