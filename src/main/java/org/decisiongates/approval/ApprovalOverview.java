package org.decisiongates.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.Verdict.Standing;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.text.Abbreviation;

/**
 * The approvals of several issues as one reader may see them, with the names of people: what Jira serves and Confluence shows. A member of
 * its JSON has the name of its record component.
 *
 * @param asOf   when it was read
 * @param zone   id of the zone in which moments are shown
 * @param issues those that the reader may see, in the order in which they were asked for
 * @param unseen keys, as they were asked for, of issues that are not there or that the reader may not see; nobody is told which
 */
public record ApprovalOverview(Instant asOf, String zone, List<IssueEntry> issues, List<String> unseen) {

    /** How many issues are asked for at once. */
    public static final int MAX_ISSUES = 40;
    /** How many requirements of an issue are told. */
    static final int MAX_REQUIREMENTS = 20;
    /** How many verdicts of an issue are told. */
    static final int MAX_VERDICTS = 30;
    /** How many of those who could still approve are named for a requirement. */
    static final int MAX_NAMED = 5;
    private static final int MAX_TEXT_LENGTH = 255;
    private static final int MAX_NAME_LENGTH = 60;

    public ApprovalOverview {
        issues = List.copyOf(issues);
        unseen = List.copyOf(unseen);
    }

    /** The same of these issues only, by the keys by which they were asked for, in this order. */
    public ApprovalOverview of(List<String> asked) {
        return new ApprovalOverview(asOf, zone,
                asked.stream().flatMap(key -> issues.stream().filter(issue -> issue.asked().equals(key))).toList(),
                asked.stream().filter(unseen::contains).toList());
    }

    /**
     * An issue.
     *
     * @param asked        the key by which it was asked for; it may have another by now
     * @param takesApprovals whether it is a Decision or a Blocker; no other issue has approvals
     * @param over         whether nothing more is to come of it, so that nobody is asked to approve it
     * @param requested    whether anybody asked for the approvals
     * @param request      who asked last; empty of a Jira whose version does not tell
     * @param brokenAt     the first stored entry that is not as it was sealed; where there is one, no approval counts
     * @param requirements what the policies ask of it as it is
     * @param more         how many further requirements there are
     */
    public record IssueEntry(String asked, String key, String summary, boolean takesApprovals, boolean over, boolean requested,
            Optional<RequestEntry> request, Optional<Integer> brokenAt, List<Requirement> requirements, int more) {

        public IssueEntry {
            summary = Abbreviation.of(summary, MAX_TEXT_LENGTH);
            requirements = List.copyOf(requirements);
        }

        /** An issue that is neither a Decision nor a Blocker. */
        public static IssueEntry withoutApprovals(String asked, String key, String summary) {
            return new IssueEntry(asked, key, summary, false, false, false, Optional.empty(), Optional.empty(), List.of(), 0);
        }

        /**
         * The approvals of an issue.
         *
         * @param named  whom the reader is told of those who could still approve by a requirement, by their user keys
         * @param people the name of somebody, by the user key
         */
        public static IssueEntry of(String asked, String key, String summary, Approvals approvals,
                Function<RequirementState, List<String>> named, Function<String, PersonName> people) {
            List<RequirementState> states = approvals.states();
            List<Requirement> told = new ArrayList<>();
            int room = MAX_VERDICTS;
            for (RequirementState state : states.subList(0, Math.min(states.size(), MAX_REQUIREMENTS))) {
                told.add(Requirement.of(state, room, named.apply(state), people));
                room -= told.get(told.size() - 1).verdicts().size();
            }
            return new IssueEntry(asked, key, summary, true, approvals.areOver(), approvals.areRequested(),
                    approvals.request().map(last -> RequestEntry.of(last, people)),
                    approvals.brokenAt().stream().boxed().findFirst(), told, states.size() - told.size());
        }
    }

    /**
     * Who asked for the approvals of an issue.
     *
     * @param comment what they said to the approvers, its beginning; empty text for nothing
     */
    public record RequestEntry(PersonName person, Instant at, String comment) {

        public RequestEntry {
            comment = Abbreviation.of(comment, MAX_TEXT_LENGTH);
        }

        private static RequestEntry of(ApprovalStep step, Function<String, PersonName> people) {
            return new RequestEntry(people.apply(step.actor()), step.at(), step.comment());
        }
    }

    /**
     * What has to be approved of an issue.
     *
     * @param given        how many current approvals there are, of {@code needed}
     * @param missing      some of those who could still approve; nobody for a reader who is not to know
     * @param missingCount how many could
     * @param verdicts     the last word of each approver, in the order in which these came
     * @param more         how many further approvers said something
     */
    public record Requirement(String name, int stage, ApprovalState state, int given, int needed, List<PersonName> missing,
            int missingCount, List<VerdictEntry> verdicts, int more) {

        public Requirement {
            name = Abbreviation.of(name, MAX_NAME_LENGTH);
            missing = List.copyOf(missing);
            verdicts = List.copyOf(verdicts);
        }

        private static Requirement of(RequirementState state, int room, List<String> named, Function<String, PersonName> people) {
            List<VerdictEntry> told = state.verdicts().stream().limit(room).map(verdict -> VerdictEntry.of(verdict, people)).toList();
            return new Requirement(state.required().requirement().name(), state.required().requirement().stage(), state.state(),
                    state.given(), state.needed(), named.stream().limit(MAX_NAMED).map(people).toList(), state.missing().size(), told,
                    state.verdicts().size() - told.size());
        }
    }

    /**
     * The last word of an approver.
     *
     * @param person     who said it
     * @param onBehalfOf the approver whom they stood in for
     * @param changed    keys of the sections that say something else than what they were shown
     */
    public record VerdictEntry(PersonName person, Optional<PersonName> onBehalfOf, Kind kind, Standing standing, Instant at,
            List<String> changed) {

        public VerdictEntry {
            changed = List.copyOf(changed);
        }

        private static VerdictEntry of(Verdict verdict, Function<String, PersonName> people) {
            ApprovalStep step = verdict.step();
            return new VerdictEntry(people.apply(step.actor()), step.onBehalfOf().map(people), verdict.kind(), verdict.standing(),
                    step.at(), verdict.changed());
        }
    }

    /**
     * Somebody.
     *
     * @param key    user key
     * @param name   as people know them; the key of somebody who is gone
     * @param active whether the account is on
     */
    public record PersonName(String key, String name, boolean active) {

        public PersonName {
            name = Abbreviation.of(name, MAX_NAME_LENGTH);
        }
    }
}
