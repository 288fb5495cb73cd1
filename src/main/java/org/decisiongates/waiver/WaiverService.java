package org.decisiongates.waiver;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.text.Message;
import org.decisiongates.waiver.WaiverStep.State;

/**
 * Asks for waivers, decides on them and takes them back. Anybody may ask; the policy says who decides, and nobody decides on their own
 * request. Whether somebody may see the issue is for the caller to find out.
 */
public final class WaiverService {

    /** How often a number is drawn when others ask for waivers of the same issue at the same time. */
    private static final int MAX_TRIES = 10;

    private final Waivers waivers;
    private final WaiverTermsCheck terms;

    public WaiverService(Waivers waivers, Policies policies, GroupAndRoleMembership membership) {
        this.waivers = waivers;
        this.terms = new WaiverTermsCheck(policies, membership);
    }

    /** What a person may do with a waiver, as a page offers it; doing it asks again. */
    public record Rights(boolean decide, boolean withdraw) {
    }

    /**
     * What somebody does to a waiver.
     *
     * @param issueId   the host's issue id
     * @param projectId the host's id of the project that the issue is in now
     * @param number    number of the waiver within the issue
     * @param seen      the step that the actor has seen last
     * @param remark    what the actor says to it; may be empty
     * @param actor     user key
     * @param now       the moment, in the zone of the project
     */
    public record Action(long issueId, long projectId, int number, int seen, String remark, String actor, ZonedDateTime now) {
    }

    /** What came of an action. */
    public sealed interface Outcome {
    }

    /** It was stored, and the waiver is this now. */
    public record Stored(Waiver waiver) implements Outcome {
    }

    /** Nothing was stored: this is wrong with what was sent, by member. */
    public record Invalid(Map<String, Message> members) implements Outcome {
    }

    /** Nothing was stored: the actor may not. */
    public record Denied(Message why) implements Outcome {
    }

    /** Nothing was stored: the waiver is this now, which the actor has not seen or which does not allow it. */
    public record Conflict(Message why, Waiver current) implements Outcome {
    }

    /** Nothing was stored: the issue has no such waiver. */
    public record Gone() implements Outcome {
    }

    /** Nothing was stored: the issue had as many waivers as it may have. */
    public record Full() implements Outcome {
    }

    /** The waivers of an issue by number: one statement. */
    public List<Waiver> ofIssue(long issueId) {
        return waivers.ofIssue(issueId);
    }

    /** What the user may do with the waiver now. */
    public Rights rights(Waiver waiver, long projectId, String userKey, Instant now) {
        boolean asker = waiver.asked().actor().equals(userKey);
        boolean decider = waiver.isOpen(now) && terms.mayDecide(waiver.rule(), userKey, projectId);
        return new Rights(waiver.state() == State.ASKED && decider && !asker, waiver.isOpen(now) && (asker || decider));
    }

    /** Whom the policy in force lets decide on the waiver: names of groups and project roles, not of people. */
    public List<String> deciders(Waiver waiver) {
        return terms.deciders(waiver.rule());
    }

    /** The last day that a waiver may have which is granted today under all of these policies; empty where one of them allows none. */
    public Optional<LocalDate> latestDay(List<PolicyVersion> policies, LocalDate today) {
        List<Optional<LocalDate>> days = policies.stream().map(policy -> terms.terms(policy.scope(), policy.key())
                .map(inForce -> WaiverTermsCheck.latest(inForce, today))).toList();
        return days.stream().allMatch(Optional::isPresent) ? days.stream().flatMap(Optional::stream).min(LocalDate::compareTo)
                : Optional.empty();
    }

    /** @param now the moment, in the zone of the project */
    public Outcome ask(WaiverRequest request, String actor, ZonedDateTime now) {
        WaiverTermsCheck.Checked checked = terms.check(request, now);
        if (checked.rule().isEmpty()) {
            return new Invalid(checked.faults());
        }
        WaivedRule rule = checked.rule().get();
        Instant until = request.lastDay().orElseThrow().plusDays(1).atStartOfDay(now.getZone()).toInstant();
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            List<Waiver> all = waivers.ofIssue(request.issueId());
            Optional<Waiver> same = all.stream().filter(waiver -> waiver.rule().equals(rule) && waiver.isOpen(now.toInstant())).findFirst();
            if (same.isPresent()) {
                return new Conflict(Message.of("decision-gates.waiver.exists", same.get().number()), same.get());
            }
            int number = all.isEmpty() ? 1 : all.get(all.size() - 1).number() + 1;
            if (number > Waivers.MAX) {
                return new Full();
            }
            WaiverStep step = new WaiverStep(request.issueId(), request.projectId(), number, 1, State.ASKED, rule, request.reason(), until,
                    actor, now.toInstant());
            if (waivers.append(step)) {
                return new Stored(new Waiver(List.of(step)));
            }
        }
        throw new IllegalStateException("no waiver of issue " + request.issueId() + " could be numbered");
    }

    /** Grants a waiver that was asked for. */
    public Outcome grant(Action action) {
        return decide(action, State.GRANTED);
    }

    /** Declines a waiver that was asked for. */
    public Outcome decline(Action action) {
        return decide(action, State.DECLINED);
    }

    private Outcome decide(Action action, State decision) {
        Optional<Waiver> found = find(action.issueId(), action.number());
        if (found.isEmpty()) {
            return new Gone();
        }
        Waiver waiver = found.get();
        if (!mayDecide(waiver, action)) {
            return new Denied(Message.of("decision-gates.waiver.not-allowed", waiver.rule().journalKey()));
        }
        if (waiver.asked().actor().equals(action.actor())) {
            return new Denied(Message.of("decision-gates.waiver.own"));
        }
        if (waiver.newest().step() != action.seen() || waiver.state() != State.ASKED) {
            return changed(waiver);
        }
        if (decision == State.GRANTED) {
            LocalDate lastDay = waiver.until().atZone(action.now().getZone()).toLocalDate().minusDays(1);
            WaiverTerms inForce = terms.terms(waiver.rule().scope(), waiver.rule().policy()).orElseThrow();
            Optional<Message> fault = WaiverTermsCheck.faultOfLastDay(Optional.of(lastDay), inForce, action.now().toLocalDate());
            if (fault.isPresent()) {
                return new Conflict(fault.get(), waiver);
            }
        }
        return append(waiver, decision, action);
    }

    /** Takes back a request or a waiver; its asker may, and everybody who may decide. */
    public Outcome withdraw(Action action) {
        Optional<Waiver> found = find(action.issueId(), action.number());
        if (found.isEmpty()) {
            return new Gone();
        }
        Waiver waiver = found.get();
        if (!waiver.asked().actor().equals(action.actor()) && !mayDecide(waiver, action)) {
            return new Denied(Message.of("decision-gates.waiver.not-allowed", waiver.rule().journalKey()));
        }
        if (waiver.newest().step() != action.seen() || !waiver.isOpen(action.now().toInstant())) {
            return changed(waiver);
        }
        return append(waiver, State.WITHDRAWN, action);
    }

    private Outcome append(Waiver waiver, State state, Action action) {
        Optional<Message> fault = WaiverTermsCheck.faultOfText(action.remark(), false);
        if (fault.isPresent()) {
            return new Invalid(Map.of("reason", fault.get()));
        }
        WaiverStep step = waiver.newest().next(state, action.remark(), action.actor(), action.now().toInstant());
        if (waivers.append(step)) {
            return new Stored(find(step.issueId(), step.number()).orElseThrow());
        }
        return changed(find(step.issueId(), step.number()).orElseThrow());
    }

    private static Conflict changed(Waiver waiver) {
        return new Conflict(Message.of("decision-gates.waiver.changed", waiver.number()), waiver);
    }

    private boolean mayDecide(Waiver waiver, Action action) {
        return terms.mayDecide(waiver.rule(), action.actor(), action.projectId());
    }

    private Optional<Waiver> find(long issueId, int number) {
        return waivers.ofIssue(issueId).stream().filter(waiver -> waiver.number() == number).findFirst();
    }
}
