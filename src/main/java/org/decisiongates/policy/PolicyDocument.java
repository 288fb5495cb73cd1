package org.decisiongates.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.CommunicationPlan;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.ExceptionState;
import org.decisiongates.issue.FollowUp;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueComment;
import org.decisiongates.issue.IssueDispute;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.IssueThread;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.issue.Risk;
import org.decisiongates.issue.TradeOff;

/** A policy member by member, as {@link PolicyJson} binds it; what may be left out is empty. Version and scope are not part of it. */
record PolicyDocument(long format, String key, String name, String issueType, Optional<Boolean> locked, Optional<Terms> waivers,
        Optional<Approvals> approvals, Optional<Map<String, Long>> weights, List<Gate> gates, Optional<List<Case>> cases,
        Optional<Map<String, Map<String, String>>> names) {

    record Terms(Optional<List<String>> groups, Optional<List<String>> roles, long longestDays) {
    }

    record Approvals(Optional<Boolean> separationOfDuties, Optional<Long> reminderDays, List<Requirement> requirements) {
    }

    record Requirement(String key, String name, Optional<Long> stage, Optional<List<String>> people, Optional<List<String>> groups,
            Optional<List<String>> roles, Optional<List<String>> fields, Optional<Quorum> quorum, Optional<List<When>> when,
            List<String> sections, Optional<Boolean> commentRequired, Optional<Boolean> passwordRequired) {
    }

    record Quorum(ApprovalQuorum.Unit unit, long number) {
    }

    record Gate(String key, String name, Optional<String> phase, Enforcement enforcement, List<Rule> rules) {
    }

    record Rule(String rule, Optional<Map<String, String>> settings, Optional<String> message, Optional<Enforcement> enforcement,
            Optional<List<When>> when) {
    }

    record When(RuleCondition.Kind kind, Optional<String> field, Optional<List<String>> values, Optional<Boolean> not) {
    }

    record Case(String name, String gate, LocalDate day, Optional<String> actor, Optional<List<String>> changes, Optional<String> comment,
            Issue issue, Map<String, RuleResult.Status> expected) {
    }

    record Issue(IssueStatus status, Optional<List<Value>> fields, Optional<List<String>> absent, Optional<List<Linked>> links,
            Optional<List<String>> visited, Optional<Map<String, List<String>>> groups, Optional<Map<String, List<String>>> roles,
            Optional<List<IssueComment>> comments, Optional<List<IssueAttachment>> attachments, Optional<Records> records,
            Optional<List<FollowUp>> followUps, Optional<List<IssueThread>> threads, Optional<List<IssueDispute>> disputes,
            Optional<List<IssueApproval>> approvals, Optional<ApprovedScope> approvedScope,
            Optional<Map<String, Person>> accounts) {
    }

    /** A linked issue; one without a key is hidden. */
    record Linked(LinkedIssue.Link link, long id, Optional<String> key, String type, IssueStatus status) {
    }

    record Records(Optional<List<DecisionOption>> options, Optional<List<Criterion>> criteria, Optional<List<Hypothesis>> hypotheses,
            Optional<List<TradeOff>> tradeOffs,
            Optional<List<ExceptionState>> exceptionStates, Optional<List<Risk>> risks,
            Optional<List<CommunicationPlan>> communicationPlans, Optional<List<Evidence>> evidence) {
    }

    /** What is in a field: one of these. */
    record Value(String field, Optional<String> text, Optional<List<Person>> people, Optional<LocalDate> day, Optional<Instant> moment,
            Optional<BigDecimal> number, Optional<List<Choice>> choices, Optional<List<ProjectVersion>> versions) {
    }
}
