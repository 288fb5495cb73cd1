package org.decisiongates.jira.platform.issuetype;

import java.util.List;

import org.decisiongates.text.KebabCase;

/** A screen the app brings. Fields are named as gates name them; a transition's screen holds what its gate asks for. */
public enum OwnScreen {
    DECISION_CREATE("Decision: create", "summary", "question", "owner", "duedate", "expected-impact", "customer-facing", "description"),
    DECISION_EDIT("Decision: edit and view", "summary", "question", "owner", "duedate", "acceptance-criteria", "trade-offs", "fallback",
            "outcome", "outcome-reason", "rejected-options", "reason", "expected-impact", "customer-facing", "description", "assignee",
            "reporter", "priority", "fixVersions"),
    DECISION_REVIEW("Decision: send for review", "owner", "duedate", "acceptance-criteria", "question"),
    DECISION_DECIDE("Decision: decide", "outcome", "outcome-reason", "rejected-options", "owner", "duedate", "acceptance-criteria",
            "trade-offs"),
    DECISION_REJECT("Decision: reject", "reason", "resolution"),
    DECISION_SUPERSEDE("Decision: supersede", "superseded-by", "reason", "resolution"),
    DECISION_REOPEN("Decision: reopen", "reason", "owner", "duedate", "acceptance-criteria", "question"),
    DECISION_DELIVERY("Decision: start delivery", "owner", "fallback", "duedate"),
    BLOCKER_CREATE("Blocker: create", "summary", "cause", "owner", "duedate", "fallback", "expected-impact", "customer-facing",
            "description"),
    BLOCKER_EDIT("Blocker: edit and view", "summary", "cause", "owner", "duedate", "fallback", "outcome", "reason", "risk-approver",
            "risk-expiry",
            "expected-impact", "customer-facing", "description", "assignee", "reporter", "priority", "fixVersions"),
    BLOCKER_PLAN("Blocker: start resolving", "owner", "duedate", "fallback"),
    BLOCKER_ESCALATE("Blocker: escalate", "reason"),
    BLOCKER_RESOLVE("Blocker: resolve", "outcome", "resolution"),
    BLOCKER_ACCEPT("Blocker: accept the risk", "risk-approver", "risk-expiry", "reason", "resolution"),
    BLOCKER_REOPEN("Blocker: reopen", "reason", "owner", "duedate", "fallback"),
    CLOSE("Decisions and blockers: close", "resolution");

    private final String label;
    private final List<String> fields;

    OwnScreen(String label, String... fields) {
        this.label = label;
        this.fields = List.of(fields);
    }

    /** The name administrators read, unless it was taken already. */
    public String label() {
        return label;
    }

    public List<String> fields() {
        return fields;
    }

    /** The name set-up remembers the screen by. */
    public String thing() {
        return "screen." + KebabCase.of(this);
    }
}
