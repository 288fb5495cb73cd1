package org.decisiongates.jira.approval;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.RequirementState;
import org.decisiongates.approval.Verdict;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.SealedSection;

/** What is answered about approvals; the components are the members of the JSON. */
final class ApprovalReplies {

    private ApprovalReplies() {
    }

    /**
     * The approvals of an issue.
     *
     * @param requested    whether anybody asked for them
     * @param shown        digest of {@code content}; whoever approves sends it back
     * @param content      what is approved, as in docs/reference/sealed-content.md, by section
     * @param may          the steps that the caller may take
     * @param mayOnBehalfOf those that the caller may take for others today, by the user key of the approver
     * @param requirements what the policies ask of the issue as it is
     * @param steps        what happened, in order
     * @param names        by the user keys that stand in it, the names that people know
     * @param zone         id of the zone in which Jira shows moments; here they are in UTC
     */
    record Issue(String issue, boolean requested, String shown, Map<String, List<List<String>>> content, List<Kind> may,
            Map<String, List<Kind>> mayOnBehalfOf, List<Requirement> requirements, List<Step> steps,
            Map<String, String> names, String zone) {

        /**
         * @param named  whom the caller is told of those who could still approve
         * @param people the name of somebody, by the user key
         */
        static Issue of(String key, Approvals approvals, Set<Kind> may, Map<String, Set<Kind>> onBehalf,
                Function<RequirementState, List<String>> named, UnaryOperator<String> people, ZoneId zone) {
            Map<String, List<Kind>> mayOnBehalfOf = new LinkedHashMap<>();
            onBehalf.forEach((approver, kinds) -> mayOnBehalfOf.put(approver, List.copyOf(kinds)));
            List<Requirement> requirements = approvals.states().stream().map(state -> Requirement.of(state, named.apply(state))).toList();
            Map<String, String> names = new TreeMap<>();
            Stream.of(onBehalf.keySet().stream(), requirements.stream().flatMap(one -> one.missing().stream()),
                    approvals.steps().stream().flatMap(step -> Stream.concat(Stream.of(step.actor()), step.onBehalfOf().stream())))
                    .flatMap(all -> all).forEach(person -> names.computeIfAbsent(person, people));
            return new Issue(key, approvals.areRequested(), approvals.content().digest(), approvals.content().sections(),
                    List.copyOf(may), mayOnBehalfOf,
                    requirements, approvals.steps().stream().map(Step::of).toList(), names, zone.getId());
        }
    }

    /**
     * What came of a reminder.
     *
     * @param reminded    how many people are on the next e-mail
     * @param unreachable how many others could approve and get no e-mails
     * @param message     the same as a sentence
     */
    record Reminder(int reminded, int unreachable, String message) {
    }

    /**
     * @param given   how many current approvals there are, of {@code needed}
     * @param missing user keys of those who could still approve; nobody for a caller who is not to know
     * @param missingCount how many these are
     * @param passwordRequired whether whoever says something sends their password
     */
    record Requirement(String id, String name, int stage, ApprovalState state, int given, int needed, List<String> sections,
            List<String> missing, int missingCount, boolean passwordRequired, List<Said> verdicts) {

        static Requirement of(RequirementState state, List<String> named) {
            return new Requirement(state.required().id(), state.required().requirement().name(), state.required().requirement().stage(),
                    state.state(), state.given(), state.needed(),
                    state.required().requirement().sections().stream().map(SealedSection::key).toList(), named, state.missing().size(),
                    state.required().requirement().passwordRequired(), state.verdicts().stream().map(Said::of).toList());
        }
    }

    /**
     * @param step    number of the step that says it
     * @param changed sections that say something else than what was shown
     */
    record Said(int step, Kind kind, Verdict.Standing standing, List<String> changed) {

        static Said of(Verdict verdict) {
            return new Said(verdict.step().step(), verdict.kind(), verdict.standing(), verdict.changed());
        }
    }

    /**
     * @param actor      user key
     * @param onBehalfOf user key of the approver whom the actor stood in for
     * @param content    digest of what the actor was shown; empty text of a step that takes something back
     * @param digests    those of the sections that it is bound to
     * @param reauthenticated whether the actor gave their password for it
     */
    record Step(int step, String kind, String actor, Optional<String> onBehalfOf, Instant at, String comment, List<String> requirements,
            String content, Map<String, String> digests, boolean reauthenticated) {

        static Step of(ApprovalStep step) {
            return new Step(step.step(), step.word(), step.actor(), step.onBehalfOf(), step.at(), step.comment(), step.requirements(),
                    step.content(), step.digests(), step.reauthenticated());
        }
    }
}
