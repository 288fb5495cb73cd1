package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.RuleCase.fails;
import static org.decisiongates.sandbox.jira.RuleCase.passes;
import static org.decisiongates.sandbox.jira.RuleCase.saysNothing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/** The table of what every rule says of every kind of value, whichever way the issue is moved or made. */
final class RuleCases {

    private static final String WHITE = " \u00A0\t ";
    private static final String QUESTION = "Which of the two vendors do we keep?";
    private static final String PLAN = "Keep the old checkout switched on until Monday";
    private static final String CRITERION = "Refunds reach the customer within 3 days";
    private static final String NOTE = "Agreed with support and legal";
    private static final String HOSTILE_CRITERION = "'text':'" + CRITERION + " <img src=x onerror=alert(1)>'";
    private static final int REVIEW = 11;
    private static final int DECIDE = 21;
    private static final int RETURN_TO_DRAFT = 22;

    private final WiredJira wired;

    RuleCases(WiredJira wired) {
        this.wired = wired;
    }

    List<RuleCase> all() {
        List<RuleCase> all = new ArrayList<>();
        Stream.of(people(), days(), numbers(), texts(), choices(), records(), links(), transition(), successors()).forEach(all::addAll);
        return all;
    }

    private static List<RuleCase> people() {
        return List.of(
                fails("has-owner", "absent", "missing"),
                fails("has-owner", "deactivated", "inactive").holding("owner", "gone"),
                fails("has-owner", "cannot be assigned work", "not-assignable").holding("owner", "unlicensed"),
                passes("has-owner", "valid").holding("owner", "lead"),
                passes("has-owner", "supplied").supplying("owner", "second"),
                fails("has-owner", "supplied, and cannot be assigned work", "not-assignable").holding("owner", "lead")
                        .supplying("owner", "unlicensed"),
                fails("one-active-user", "absent", "missing").set("field", "people"),
                fails("one-active-user", "two", "several").set("field", "people").holding("people", "lead, hostile"),
                fails("one-active-user", "deactivated", "inactive").set("field", "person").holding("person", "gone"),
                passes("one-active-user", "valid").set("field", "people").holding("people", "second"),
                passes("one-active-user", "supplied").set("field", "person").supplying("person", "unlicensed"),
                fails("user-in-group-or-role", "absent", "missing").set("groups", "approvers"),
                fails("user-in-group-or-role", "outside, with a hostile name", "outside").set("groups", "approvers")
                        .holding("owner", "hostile"),
                passes("user-in-group-or-role", "in the group").set("groups", "approvers").holding("owner", "lead"),
                passes("user-in-group-or-role", "in the role").set("roles", "Approvers").holding("owner", "lead"),
                passes("user-in-group-or-role", "supplied").set("groups", "approvers").supplying("owner", "lead"),
                fails("user-in-group-or-role", "one of two", "outside").set("field", "people", "groups", "approvers")
                        .holding("people", "lead, second"),
                passes("user-in-group-or-role", "one of two is enough").set("field", "people", "groups", "approvers", "who", "somebody")
                        .holding("people", "lead, second"),
                fails("actor-in-group-or-role", "outside", "outside").set("groups", "approvers").by("second"),
                fails("actor-in-group-or-role", "an administrator of Jira", "outside").set("groups", "approvers").by("admin"),
                passes("actor-in-group-or-role", "in the group").set("groups", "approvers").by("lead"),
                passes("actor-in-group-or-role", "in the role").set("roles", "Approvers").by("lead"),
                saysNothing("separation-of-duties", "absent"),
                fails("separation-of-duties", "the owner acts", "same-person").holding("owner", "lead").by("lead"),
                fails("separation-of-duties", "the owner acts and names another", "same-person").holding("owner", "lead")
                        .supplying("owner", "second").by("lead").passesAtCreation(),
                fails("separation-of-duties", "whoever acts becomes the owner", "same-person").holding("owner", "second")
                        .supplying("owner", "lead").by("lead"),
                passes("separation-of-duties", "another acts").holding("owner", "lead").by("second"),
                passes("separation-of-duties", "the owner has left").holding("owner", "gone"),
                fails("has-escalation-path", "absent", "missing"),
                fails("has-escalation-path", "white space", "missing").holding("description", WHITE),
                fails("has-escalation-path", "placeholder", "missing").holding("description", "Escalation: TBD"),
                fails("has-escalation-path", "one step", "too-few").holding("description", "Escalation: Head of payments"),
                fails("has-escalation-path", "ends with the owner", "ends-with-owner").holding("owner", "lead", "description",
                        "h3. Escalation\n# Head of payments\n# Maya Brandt"),
                passes("has-escalation-path", "valid").holding("owner", "lead", "description",
                        "h3. Escalation\n# Maya Brandt, within a day\n# Head of payments"),
                passes("has-escalation-path", "supplied").supplying("description", "h3. Escalation\n# Team lead\n# Head of payments"),
                fails("has-escalation-path", "somebody on it has left", "inactive").set("people", "people").holding("people", "lead, gone"),
                passes("has-escalation-path", "two people").set("people", "people").holding("people", "lead, second", "owner", "lead"));
    }

    private static List<RuleCase> days() {
        return List.of(
                fails("has-due-date", "absent", "missing"),
                fails("has-due-date", "too far ahead", "beyond-horizon").holding("duedate", day(29)),
                fails("has-due-date", "past, and supplied", "past").supplying("duedate", day(-1)),
                passes("has-due-date", "past, and set before").holding("duedate", day(-1)).failsAtCreation("past"),
                passes("has-due-date", "valid").holding("duedate", day(0)),
                passes("has-due-date", "supplied").supplying("duedate", day(28)),
                fails("date-within", "absent", "missing"),
                fails("date-within", "too early", "too-early").holding("duedate", day(-1)),
                fails("date-within", "too late", "too-late").supplying("duedate", day(29)),
                passes("date-within", "valid").holding("duedate", day(28)),
                passes("date-within", "supplied").supplying("duedate", day(0)),
                fails("date-before", "absent", "missing").set("other-field", "day").holding("day", day(3)),
                fails("date-before", "the other is absent", "other-missing").set("other-field", "day").holding("duedate", day(3)),
                fails("date-before", "the same day", "not-before").set("other-field", "day").holding("duedate", day(3), "day", day(3)),
                fails("date-before", "after the other", "after").set("other-field", "day", "comparison", "not-after")
                        .holding("duedate", day(4), "day", day(3)),
                passes("date-before", "valid").set("other-field", "day").holding("duedate", day(2), "day", day(3)),
                passes("date-before", "supplied").set("other-field", "day").holding("duedate", day(2)).supplying("day", day(3)),
                fails("date-in-range", "absent", "missing").set("earliest", day(1)),
                fails("date-in-range", "too early", "too-early").set("earliest", day(1)).holding("duedate", day(0)),
                fails("date-in-range", "too late", "too-late").set("latest", day(1)).supplying("duedate", day(2)),
                passes("date-in-range", "valid").set("earliest", day(1), "latest", day(1)).holding("duedate", day(1)),
                passes("date-in-range", "supplied").set("latest", day(1)).supplying("duedate", day(-300)));
    }

    private static List<RuleCase> numbers() {
        return List.of(
                fails("number-in-range", "absent", "missing").set("field", "number", "least", "1"),
                fails("number-in-range", "too small", "too-small").set("field", "number", "least", "1").holding("number", "0.99"),
                fails("number-in-range", "too large", "too-large").set("field", "number", "most", "5").supplying("number", "5.01"),
                passes("number-in-range", "valid").set("field", "number", "least", "-3", "most", "-3").holding("number", "-3"),
                passes("number-in-range", "supplied").set("field", "number", "most", "5").supplying("number", "5"),
                fails("number-below", "absent", "missing").set("field", "number", "other-field", "limit").holding("limit", "5"),
                fails("number-below", "the other is absent", "other-missing").set("field", "number", "other-field", "limit")
                        .holding("number", "5"),
                fails("number-below", "equal", "not-below").set("field", "number", "other-field", "limit").holding("number", "5", "limit",
                        "5"),
                fails("number-below", "above", "above").set("field", "number", "other-field", "limit", "comparison", "at-most")
                        .holding("number", "5.5", "limit", "5"),
                passes("number-below", "valid").set("field", "number", "other-field", "limit").holding("number", "4.99", "limit", "5"),
                passes("number-below", "supplied").set("field", "number", "other-field", "limit").holding("number", "4")
                        .supplying("limit", "5"));
    }

    private static List<RuleCase> texts() {
        return List.of(
                fails("has-acceptance-criteria", "absent", "missing"),
                fails("has-acceptance-criteria", "white space", "missing").holding("acceptance-criteria", WHITE),
                fails("has-acceptance-criteria", "placeholder", "placeholder").holding("acceptance-criteria", "h2. Criteria\n* TBD"),
                fails("has-acceptance-criteria", "too few", "too-few").set("minimum", "2").holding("acceptance-criteria", CRITERION),
                passes("has-acceptance-criteria", "valid").holding("acceptance-criteria", CRITERION),
                passes("has-acceptance-criteria", "supplied").supplying("acceptance-criteria", CRITERION),
                passes("has-acceptance-criteria", "recorded").recording("criterion", HOSTILE_CRITERION),
                fails("has-fallback", "absent", "missing"),
                fails("has-fallback", "white space", "missing").holding("fallback", WHITE),
                fails("has-fallback", "placeholder", "placeholder").supplying("fallback", "n/a"),
                fails("has-fallback", "too short", "too-short").holding("fallback", "Wait and see"),
                fails("has-fallback", "without a trigger", "no-trigger").set("trigger", "Invoke when").holding("fallback", PLAN),
                passes("has-fallback", "valid").holding("fallback", PLAN),
                passes("has-fallback", "supplied").supplying("fallback", PLAN),
                fails("has-statement", "absent", "missing", "too-few-recorded-options").set("field", "text"),
                fails("has-statement", "white space", "missing", "too-few-recorded-options").set("field", "text").holding("text", WHITE),
                fails("has-statement", "too short", "too-short", "too-few-recorded-options").set("field", "text").holding("text",
                        "Which one?"),
                fails("has-statement", "without options", "too-few-recorded-options").set("field", "text").holding("text", QUESTION),
                passes("has-statement", "valid").set("field", "text").holding("text", QUESTION)
                        .recording("option", "'text':'Keep the first','state':'open'")
                        .recording("option", "'text':'Keep the second','state':'open'"),
                passes("has-statement", "supplied").set("field", "text", "options", "description").supplying("text", QUESTION,
                        "description",
                        "Keep the first\nKeep the second"),
                fails("has-trade-off", "absent", "missing").holding("owner", "lead"),
                fails("has-trade-off", "white space", "missing").holding("owner", "lead", "trade-offs", WHITE),
                fails("has-trade-off", "placeholder", "placeholder").holding("owner", "lead", "trade-offs", "TBD"),
                fails("has-trade-off", "nobody has accepted it", "not-accepted").holding("trade-offs",
                        "Guests have to register before they pay"),
                passes("has-trade-off", "valid").holding("owner", "lead", "trade-offs", "Guests have to register before they pay"),
                passes("has-trade-off", "supplied").supplying("owner", "lead", "trade-offs", "Guests have to register before they pay"),
                fails("has-outcome", "absent", "missing"),
                fails("has-outcome", "white space", "missing").holding("outcome", WHITE),
                fails("has-outcome", "placeholder", "placeholder").holding("outcome", "TBD"),
                fails("has-outcome", "too short", "too-short").holding("outcome", "So be it"),
                fails("has-outcome", "without a reason", "no-reason").set("reason", "text").holding("outcome", NOTE),
                fails("has-outcome", "an option is open", "nothing-rejected").set("rejected", "text").holding("outcome", NOTE)
                        .recording("option", "'text':'Keep the first','state':'open'"),
                passes("has-outcome", "valid").holding("outcome", NOTE),
                passes("has-outcome", "recorded").set("rejected", "text").recording("option", "'text':'Keep the first','state':'chosen'"),
                passes("has-outcome", "supplied").set("reason", "text").supplying("outcome", NOTE, "text",
                        "It costs half as much"),
                fails("field-required", "absent", "missing"),
                fails("field-required", "white space", "missing").holding("description", WHITE),
                passes("field-required", "valid").holding("description", "TBD"),
                passes("field-required", "supplied").supplying("description", RuleKit.HOSTILE),
                fails("field-empty", "set", "set").set("field", "text").holding("text", RuleKit.HOSTILE),
                fails("field-empty", "supplied", "set").set("field", "text").supplying("text", "something"),
                passes("field-empty", "absent").set("field", "text"),
                passes("field-empty", "white space").set("field", "text").holding("text", WHITE),
                fails("field-changed", "absent", "unchanged"),
                fails("field-changed", "as it was", "unchanged").holding("description", "As it was").passesAtCreation(),
                passes("field-changed", "supplied").holding("description", "As it was").supplying("description", "As it is"),
                fails("field-matches", "absent", "missing").set("field", "text", "pattern", "[A-Z]+-[0-9]+"),
                fails("field-matches", "no match", "mismatch").set("field", "text", "pattern", "^[A-Z]+-[0-9]+$")
                        .holding("text", RuleKit.HOSTILE),
                fails("field-matches", "a match that is ruled out", "match").set("field", "text", "pattern", "(a+)+b", "expectation",
                        "no-match").holding("text", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"),
                passes("field-matches", "what would take another engine years").set("field", "text", "pattern", "^(a+)+$", "expectation",
                        "no-match").holding("text", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"),
                passes("field-matches", "supplied").set("field", "text", "pattern", "^[A-Z]+-[0-9]+$").supplying("text", "ABC-12"));
    }

    private static List<RuleCase> choices() {
        return List.of(
                fails("field-equals", "absent", "missing").set("field", "option", "options", "red"),
                fails("field-equals", "another", "other").set("field", "option", "options", "red").holding("option", RuleKit.HOSTILE),
                fails("field-equals", "ruled out", "excluded").set("field", "option", "options", RuleKit.HOSTILE, "comparison", "none")
                        .supplying("option", RuleKit.HOSTILE),
                passes("field-equals", "valid").set("field", "option", "options", "red\n" + RuleKit.HOSTILE).holding("option", "red"),
                passes("field-equals", "supplied").set("field", "option", "options", "red").supplying("option", "red"),
                passes("field-equals", "absent, and ruled out").set("field", "option", "options", "red", "comparison", "none"));
    }

    private List<RuleCase> records() {
        String verified = HOSTILE_CRITERION + ",'state':'verified'";
        String gap = HOSTILE_CRITERION + ",'state':'not-demonstrable'";
        return List.of(
                fails("all-criteria-verified", "absent", "missing"),
                fails("all-criteria-verified", "not verified", "unverified").recording("criterion", HOSTILE_CRITERION),
                fails("all-criteria-verified", "cannot be shown", "not-demonstrable").recording("criterion",
                        HOSTILE_CRITERION + ",'state':'not-demonstrable'"),
                passes("all-criteria-verified", "valid").recording("criterion", verified),
                fails("all-criteria-verified", "white space in a field", "missing").set("field", "text").holding("text", WHITE),
                passes("all-criteria-verified", "supplied in a field").set("field", "text").supplying("text", "[x] " + CRITERION),
                fails("criteria-have-evidence", "absent", "unverified"),
                saysNothing("criteria-have-evidence", "absent, which is accepted").set("nothing-verified", "accept"),
                fails("criteria-have-evidence", "nothing supports it", "missing").recording("criterion", verified),
                saysNothing("criteria-have-evidence", "a gap that need not be followed up").set("nothing-verified", "accept")
                        .recording("criterion", gap),
                fails("criteria-have-evidence", "a gap", "no-follow-up").set("nothing-verified", "accept", "follow-up", "required")
                        .recording("criterion", gap),
                passes("criteria-have-evidence", "a gap that is followed up")
                        .set("nothing-verified", "accept", "follow-up", "required").after(followedUp("lead", day(7))),
                fails("criteria-have-evidence", "a follow-up of nobody without a due date", "follow-up-owner", "follow-up-due")
                        .set("nothing-verified", "accept", "follow-up", "required").after(followedUp("", "")),
                passes("criteria-have-evidence", "supplied in a field").set("field", "text").supplying("text",
                        "See https://example.org/refunds for the figures"),
                fails("criteria-have-evidence", "placeholder in a field", "none").set("field", "text").holding("text", "TBD"),
                fails("hypotheses-validated", "absent", "missing"),
                fails("hypotheses-validated", "open and not due", "unchecked", "highest").recording("hypothesis", belief("open", 0)),
                fails("hypotheses-validated", "overdue", "too-few", "highest").recording("hypothesis", belief("open", -1)),
                fails("hypotheses-validated", "invalidated", "too-few").recording("hypothesis", belief("invalidated", 1)),
                fails("hypotheses-validated", "no evidence", "too-few").set("highest", "optional")
                        .recording("hypothesis", belief("validated", 1)),
                passes("hypotheses-validated", "valid").after(this::provesABelief),
                fails("states-documented", "absent", "missing"),
                fails("states-documented", "one of three", "no-failure", "no-recovery").recording("exception-state",
                        "'path':'expected','text':'Every refund is paid within 3 days'"),
                fails("states-documented", "nobody answers for the recovery", "no-owner").recording("exception-state",
                        "'path':'expected','text':'Every refund is paid within 3 days'").recording("exception-state",
                                "'path':'failure','text':'The bank refuses the transfer'")
                        .recording("exception-state", "'path':'recovery','text':'Support sends a voucher by mail'"),
                passes("states-documented", "valid").recording("exception-state",
                        "'path':'expected','text':'Every refund is paid within 3 days'").recording("exception-state",
                                "'path':'failure','text':'The bank refuses the transfer'")
                        .recording("exception-state", "'path':'recovery','text':'Support sends a voucher by mail','owner':'lead'"),
                passes("states-documented", "supplied in a field").set("field", "text").holding("owner", "lead").supplying("text",
                        "Expected: every refund is paid within 3 days\nFailure: the bank refuses the transfer\n"
                                + "Recovery: support sends a voucher by mail"),
                saysNothing("has-communication-plan", "customers notice nothing"),
                fails("has-communication-plan", "absent", "missing").holding("customer-facing", "Yes"),
                fails("has-communication-plan", "absent, and customers are said to notice", "missing").supplying("customer-facing", "Yes"),
                fails("has-communication-plan", "overdue", "overdue").holding("customer-facing", "Yes")
                        .recording("communication-plan", plan(-1)),
                passes("has-communication-plan", "valid").holding("customer-facing", "Yes").recording("communication-plan", plan(0)),
                passes("has-communication-plan", "supplied in fields").set("plan", "text").holding("customer-facing", "Yes")
                        .supplying("text", "Buyers, on the status page", "owner", "lead", "duedate", day(1)),
                fails("accepted-risk-has-approver", "absent", "missing").holding("owner", "lead"),
                fails("accepted-risk-has-approver", "by the owner", "by-owner").holding("owner", "lead").recording("risk", risk("lead", 1)),
                fails("accepted-risk-has-approver", "by somebody who has left", "no-approver").holding("owner", "lead")
                        .recording("risk", "'text':'The bank may refuse','state':'accepted','expiry':'" + day(1) + "'"),
                fails("accepted-risk-has-approver", "expired", "expired").holding("owner", "lead").recording("risk", risk("second", -1)),
                passes("accepted-risk-has-approver", "valid").holding("owner", "lead").recording("risk", risk("second", 0)),
                passes("accepted-risk-has-approver", "supplied in fields").set("approver", "person", "expiry", "day").holding("owner",
                        "lead").supplying("person", "second", "day", day(1)),
                fails("accepted-risk-has-approver", "supplied in fields, by the owner", "by-owner").set("approver", "person", "expiry",
                        "day").holding("owner", "lead").supplying("person", "lead", "day", day(1)));
    }

    private List<RuleCase> links() {
        return List.of(
                fails("has-outcome-link", "absent", "missing"),
                fails("has-outcome-link", "only a Decision", "missing").after(linked(false)),
                passes("has-outcome-link", "valid").after(this::linkedToATask),
                fails("has-request-link", "absent", "missing"),
                passes("has-request-link", "valid").after(this::linkedToATask),
                fails("has-request-link", "the outcome only", "outcome-only").set("same-as-outcome", "refuse").after(this::linkedToATask),
                passes("approvals-current", "required of what customers notice"),
                fails("approvals-current", "required, and not asked for", "not-requested").holding("customer-facing", "Yes"),
                passes("scope-change", "not decided"),
                fails("scope-change", "entries altered", "chain-broken").holding("customer-facing", "Yes").after(this::altered),
                passes("no-open-owner-action", "absent"),
                fails("no-open-owner-action", "asked for", "missing").holding("owner", "lead").after(this::discussed),
                passes("not-disputed", "absent"),
                fails("not-disputed", "disputed", "missing").after(this::disputed),
                passes("no-open-blocking-decision", "absent"),
                fails("no-open-blocking-decision", "open", "missing").after(linked(false)),
                passes("no-open-blocking-decision", "decided").after(linked(true)),
                fails("linked-issues-in-phase", "absent", "missing"),
                fails("linked-issues-in-phase", "elsewhere", "elsewhere").after(linked(false)),
                passes("linked-issues-in-phase", "valid").after(linked(true)),
                fails("has-attachment-or-link", "absent", "missing"),
                fails("has-attachment-or-link", "another kind of file", "no-attachment")
                        .set("source", "attachment", "media-type", "^image/")
                        .after(this::attached),
                passes("has-attachment-or-link", "a file").after(this::attached),
                passes("has-attachment-or-link", "a link").after(linked(false)),
                fails("phase-visited", "absent", "missing"),
                passes("phase-visited", "valid").after(this::reviewed),
                fails("phase-visited", "one of two", "missing").set("phases", "IN_REVIEW\nLIVE", "required", "all").after(this::reviewed));
    }

    private static List<RuleCase> transition() {
        return List.of(
                fails("has-comment", "absent", "missing"),
                fails("has-comment", "placeholder", "placeholder").commenting("n/a"),
                fails("has-comment", "too short", "too-short").commenting("So be it"),
                passes("has-comment", "valid").commenting(NOTE),
                fails("has-comment", "a field that was set before", "missing").set("field", "text").holding("text", NOTE)
                        .passesAtCreation(),
                passes("has-comment", "supplied in a field").set("field", "text").supplying("text", NOTE),
                fails("has-reason", "absent", "missing"),
                fails("has-reason", "placeholder", "placeholder").supplying("reason", "n/a"),
                fails("has-reason", "too short", "too-short").supplying("reason", "So be it"),
                fails("has-reason", "the reason of an earlier transition", "unchanged").holding("reason", NOTE).passesAtCreation(),
                fails("has-reason", "a comment only", "missing").commenting(NOTE),
                passes("has-reason", "supplied").supplying("reason", NOTE),
                saysNothing("has-reopening-reason", "on the way forward"),
                fails("has-reopening-reason", "absent", "missing").set("phases", "DRAFT"),
                fails("has-reopening-reason", "placeholder", "placeholder").set("phases", "DRAFT").commenting("n/a"),
                fails("has-reopening-reason", "no reason is chosen", "no-code").set("phases", "DRAFT", "code", "option").commenting(NOTE),
                fails("has-reopening-reason", "the reason of the last time", "no-code").set("phases", "DRAFT", "code", "option")
                        .holding("option", "red").commenting(NOTE),
                fails("has-reopening-reason", "no criterion is named", "no-criterion").set("phases", "DRAFT", "criterion", "text")
                        .commenting(NOTE),
                fails("has-reopening-reason", "the criterion of the last time", "no-criterion").set("phases", "DRAFT", "criterion", "text")
                        .holding("text", "2").commenting(NOTE),
                passes("has-reopening-reason", "the criterion is named").set("phases", "DRAFT", "criterion", "text").supplying("text", "2")
                        .commenting(NOTE),
                passes("has-reopening-reason", "valid").set("phases", "DRAFT").commenting(NOTE),
                passes("has-reopening-reason", "supplied in fields").set("phases", "DRAFT", "field", "text", "code", "option")
                        .supplying("text", NOTE, "option", "red"),
                fails("has-resolution-note", "absent", "missing"),
                fails("has-resolution-note", "white space", "missing").set("field", "text").holding("text", WHITE),
                fails("has-resolution-note", "placeholder", "placeholder").commenting("TBD"),
                fails("has-resolution-note", "too short", "too-short").set("field", "text").holding("text", "It works now"),
                passes("has-resolution-note", "valid").set("field", "text").holding("text", NOTE),
                passes("has-resolution-note", "supplied").commenting(NOTE));
    }

    private List<RuleCase> successors() {
        String successor = wired.create(RuleKit.PROJECT, "Decision", new IssueInput().set("summary", RuleKit.HOSTILE)).key();
        String task = wired.create("RISK", "Task", new IssueInput().set("summary", "Takes the place of nothing")).key();
        return List.of(
                fails("has-successor", "absent", "missing"),
                fails("has-successor", "no key", "unknown").supplying("superseded-by", "n/a"),
                fails("has-successor", "hostile", "unknown").supplying("superseded-by", "KIT-1" + RuleKit.HOSTILE),
                fails("has-successor", "no Decision", "other-type").supplying("superseded-by", task),
                passes("has-successor", "set before").holding("superseded-by", successor),
                passes("has-successor", "supplied").supplying("superseded-by", successor.toLowerCase(Locale.ROOT)));
    }

    private Consumer<IssueRow> linked(boolean decided) {
        return issue -> {
            IssueRow other = wired.create(RuleKit.PROJECT, "Decision", new IssueInput().set("summary", RuleKit.HOSTILE));
            if (decided) {
                move(other, REVIEW);
                move(other, DECIDE);
            }
            link(other, issue);
        };
    }

    private static String belief(String verdict, int days) {
        return "'text':'Guests leave <img src=x onerror=alert(1)>','measure':'Figures','exposure':'highest','outcome':'Seen','state':'"
                + verdict + "','checkDate':'" + day(days) + "'";
    }

    private void provesABelief(IssueRow issue) {
        String records = "/rest/decision-gates/1.0/issue/" + issue.key() + "/records/";
        String id = wired.post("lead", records + "hypothesis", "{" + belief("validated", 1) + "}").body()
                .replaceFirst(".*\"id\":(\\d+).*", "$1");
        WiredJira.assertStatus("proven", 201, wired.post("lead", records + "evidence",
                "{'text':'Pilot','reference':'https://example.org/pilot','hypothesis':" + id + "}"));
    }

    /** @param owner user key, empty text for nobody; likewise the due date */
    private Consumer<IssueRow> followedUp(String owner, String due) {
        return issue -> {
            IssueInput input = new IssueInput().set("summary", RuleKit.HOSTILE);
            if (!owner.isEmpty()) {
                input.set(wired.field("Owner"), owner).set("duedate", due);
            }
            IssueRow followUp = wired.create(RuleKit.PROJECT, "Decision", input);
            WiredJira.assertStatus("followed up", 201, wired.post("lead", "/rest/decision-gates/1.0/issue/" + issue.key()
                    + "/records/criterion", "{" + HOSTILE_CRITERION + ",'state':'not-demonstrable','followUp':'" + followUp.key() + "'}"));
        };
    }

    private void linkedToATask(IssueRow issue) {
        link(wired.create("RISK", "Task", new IssueInput().set("summary", "Asked for it")), issue);
    }

    private void link(IssueRow one, IssueRow other) {
        wired.jira.links().create(wired.jira.links().typesNamed("Blocks").get(0).id(), one.id(), other.id(), "lead");
    }

    private void attached(IssueRow issue) {
        wired.jira.attachments().create(issue.id(), "lead", "plan.pdf", "application/pdf", issue.created());
    }

    private void discussed(IssueRow issue) {
        String threads = "/rest/decision-gates/1.0/issue/" + issue.key() + "/threads";
        WiredJira.assertStatus("opened", 201, wired.post("lead", threads,
                "{'section':'whole','objective':'Agree on the scope','text':'What about refunds?'}"));
        WiredJira.assertStatus("asked for", 200, wired.post("lead", threads + "/1/owner-action", "{'step':1}"));
    }

    private void disputed(IssueRow issue) {
        String threads = "/rest/decision-gates/1.0/issue/" + issue.key() + "/threads";
        WiredJira.assertStatus("opened", 201, wired.post("lead", threads,
                "{'section':'whole','objective':'Agree on the scope','text':'What about refunds?'}"));
        WiredJira.assertStatus("disputed", 200, wired.post("lead", threads + "/1/dispute",
                "{'step':1,'text':'Support was never asked'}"));
    }

    private void altered(IssueRow issue) {
        String approvals = "/rest/decision-gates/1.0/issue/" + issue.key() + "/approvals";
        WiredJira.assertStatus("ask", 201, wired.post("lead", approvals,
                "{'kind':'REQUESTED','shown':'" + wired.get("lead", approvals).body().replaceAll("(?s).*\"shown\":\"([0-9a-f]+)\".*", "$1")
                        + "'}"));
        wired.box.box().jdbc().sql("update \"" + wired.table("APPROVAL_STEP") + "\" set \"STEP_KIND\" = 'ABSTAINED' where \"STEP_NAME\" = '"
                + issue.id() + ":1'").update();
    }

    private void reviewed(IssueRow issue) {
        move(issue, REVIEW);
        move(issue, RETURN_TO_DRAFT);
    }

    private void move(IssueRow issue, int transition) {
        if (!wired.jira.issues().transitionUnexamined("lead", issue.id(), transition).done()) {
            throw new IllegalStateException(issue.key() + " cannot take transition " + transition);
        }
    }

    private static String plan(int days) {
        return "'audience':'Buyers','channel':'Status page','owner':'lead','nextUpdate':'" + day(days) + "'";
    }

    private static String risk(String approver, int days) {
        return "'text':'The bank may refuse','state':'accepted','approver':'" + approver + "','expiry':'" + day(days) + "'";
    }

    private static String day(int days) {
        return TestTime.today().plusDays(days).toString();
    }
}
