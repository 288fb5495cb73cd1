package org.decisiongates.sandbox.jira.model;

import java.util.List;
import java.util.Optional;

/** The issues, and everything somebody may do to one. Every action is whole or leaves nothing behind. */
public final class Issues {

    private final Store store;
    private final SandboxJira jira;

    Issues(Store store, SandboxJira jira) {
        this.store = store;
        this.jira = jira;
    }

    /** The issue, whoever asks; pages use {@link #visible}. */
    public Optional<IssueRow> byId(long id) {
        throw new UnsupportedOperationException();
    }

    public Optional<IssueRow> byKey(String key) {
        throw new UnsupportedOperationException();
    }

    /** The issue of this key or id, if {@code userKey} may browse it. */
    public Optional<IssueRow> visible(String userKey, String keyOrId) {
        throw new UnsupportedOperationException();
    }

    /** Whether {@code userKey} holds the permission for this issue. */
    public boolean may(Permission permission, IssueRow issue, String userKey) {
        return jira.permissions().has(permission, issue.projectId(), userKey);
    }

    /** Creates an issue; {@code project} holds a project id and {@code issuetype} a type id in the input. */
    public Outcome create(String userKey, IssueInput input) {
        throw new UnsupportedOperationException();
    }

    public Outcome update(String userKey, long issueId, IssueInput input) {
        throw new UnsupportedOperationException();
    }

    public Outcome transition(String userKey, long issueId, int transition, IssueInput input) {
        throw new UnsupportedOperationException();
    }

    /** Assigns; {@code assigneeName} null or empty leaves it unassigned. */
    public Outcome assign(String userKey, long issueId, String assigneeName) {
        throw new UnsupportedOperationException();
    }

    /** Adds a comment; the outcome holds the issue. */
    public Outcome comment(String userKey, long issueId, String body) {
        throw new UnsupportedOperationException();
    }

    /** Links two issues of which {@code userKey} may link the first and browse the other. */
    public Outcome link(String userKey, long linkTypeId, long sourceId, long destinationId) {
        throw new UnsupportedOperationException();
    }

    public Outcome delete(String userKey, long issueId) {
        throw new UnsupportedOperationException();
    }

    /** The transitions the issue offers to {@code userKey} now, in the workflow's order. */
    public List<TransitionRow> transitions(String userKey, IssueRow issue) {
        throw new UnsupportedOperationException();
    }

    public List<FormField> createForm(ProjectRow project, String issueTypeId) {
        throw new UnsupportedOperationException();
    }

    public List<FormField> editForm(IssueRow issue) {
        throw new UnsupportedOperationException();
    }

    public List<FormField> transitionForm(IssueRow issue, TransitionRow transition) {
        throw new UnsupportedOperationException();
    }

    /** The fields the view screen shows, set or not. */
    public List<FormField> viewFields(IssueRow issue) {
        throw new UnsupportedOperationException();
    }

    /** A raw value of a field as people read it: names for keys and ids, text as typed (not escaped). */
    public String display(FieldRow field, List<String> values) {
        throw new UnsupportedOperationException();
    }
}
