package org.decisiongates.sandbox.jira.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

/** The issues, and everything somebody may do to one. Every action is whole or leaves nothing behind. */
public final class Issues {

    /** Fields of Jira's own whose values are kept beside those of custom fields. */
    private static final Set<String> AS_VALUES = Set.of(Versions.FIELD, Levels.FIELD);
    static final String UNSEEN = "Issue Does Not Exist";

    private final Store store;
    private final SandboxJira jira;
    private final IssueTable table;
    private final UnitOfWork work;
    private final Wording wording;
    private final WorkflowEntries entries;
    private final Transitions transitions;
    private final IssueValidation validation;
    private final Moves moves;

    Issues(Store store, SandboxJira jira) {
        this.store = store;
        this.jira = jira;
        this.table = new IssueTable(store);
        this.work = new UnitOfWork(store);
        this.wording = new Wording(jira);
        this.entries = new WorkflowEntries(store);
        this.transitions = new Transitions(jira, new WorkflowEngine(jira, entries));
        this.validation = new IssueValidation(jira, jira.forms(), transitions);
        this.moves = new Moves(store, jira);
    }

    /** The issue, whoever asks; pages use {@link #visible}. */
    public Optional<IssueRow> byId(long id) {
        return table.read(store.sql("select " + IssueTable.COLUMNS + " from jira_issue i where i.id = ?", id)).stream().findFirst();
    }

    public Optional<IssueRow> byKey(String key) {
        return key == null ? Optional.empty()
                : table.read(store.sql("select " + IssueTable.COLUMNS
                        + " from jira_issue i where i.issue_key = upper(?)", key)).stream().findFirst().or(() -> formerly(key));
    }

    /** Keys that issues had in other projects go on naming them. */
    private Optional<IssueRow> formerly(String key) {
        return table.read(store.sql("select " + IssueTable.COLUMNS
                + " from jira_issue i join jira_moved_key m on m.issue_id = i.id where m.old_key = upper(?)", key)).stream().findFirst();
    }

    Optional<IssueRow> byKeyOrId(String keyOrId) {
        return IssueTypes.number(keyOrId).flatMap(this::byId).or(() -> byKey(keyOrId));
    }

    /** Ids of a project's issues, whoever asks. */
    public List<Long> idsOf(long projectId) {
        return store.sql("select id from jira_issue where project_id = ? order by id", projectId).query(Long.class).list();
    }

    /** How many issues of these types a project holds. */
    public long count(long projectId, String issueTypeId) {
        return store.sql("select count(*) from jira_issue where project_id = ? and issue_type = ?", projectId, issueTypeId)
                .query(Long.class).single();
    }

    /** The issue of this key or id, if {@code userKey} may browse it. */
    public Optional<IssueRow> visible(String userKey, String keyOrId) {
        return byKeyOrId(keyOrId)
                .filter(issue -> may(Permission.BROWSE_PROJECTS, issue, userKey));
    }

    /** Whether {@code userKey} holds the permission for this issue. */
    public boolean may(Permission permission, IssueRow issue, String userKey) {
        return jira.permissions().has(permission, issue.projectId(), userKey) && jira.levels().lets(userKey, issue);
    }

    /** Whether {@code userKey} may edit the issue and its status lets it be edited. */
    public boolean editable(String userKey, IssueRow issue) {
        return may(Permission.EDIT_ISSUES, issue, userKey) && jira.workflows().stepOf(issue)
                .map(step -> !"false".equals(step.getMetaAttributes().get("jira.issue.editable"))).orElse(true);
    }

    /** Creates an issue; {@code project} holds a project id and {@code issuetype} a type id in the input. */
    public Outcome create(String userKey, IssueInput input) {
        return work.carryOut(() -> perform(validation.create(userKey, input)));
    }

    public Outcome update(String userKey, long issueId, IssueInput input) {
        return work.carryOut(() -> perform(validation.update(userKey, read(issueId), input)));
    }

    public Outcome transition(String userKey, long issueId, int transition, IssueInput input) {
        return work.carryOut(() -> perform(validation.transition(userKey, read(issueId), transition, input)));
    }

    /** What Jira lets apps do: a transition whose validators are left out. */
    public Outcome transitionUnexamined(String userKey, long issueId, int transition) {
        return work.carryOut(() -> {
            Prepared prepared = validation.transition(userKey, byId(issueId), transition, new IssueInput());
            return prepared.outcome().done() ? doTransition(prepared, true) : prepared.outcome();
        });
    }

    /** Jira's clone: the values of an issue in a new one, from the beginning of the workflow, which examines them. */
    public Outcome copy(String userKey, long issueId) {
        return work.carryOut(() -> {
            IssueRow issue = byId(issueId).filter(row -> may(Permission.BROWSE_PROJECTS, row, userKey))
                    .orElseThrow(() -> new UnitOfWork.Stop(Outcome.refused(404, UNSEEN)));
            IssueInput input = new IssueInput().offScreen(IssueInput.OffScreen.ACCEPTED);
            List.of("project", "issuetype", "description", "environment", "assignee", "priority", "duedate", "labels").stream()
                    .filter(field -> !issue.values(field).isEmpty()).forEach(field -> input.set(field, issue.values(field)));
            issue.custom().forEach(input::set);
            return perform(validation.create(userKey, input.set("summary", "CLONE - " + issue.summary())));
        });
    }

    /** Assigns; {@code assigneeName} null or empty leaves it unassigned. */
    public Outcome assign(String userKey, long issueId, String assigneeName) {
        return work.carryOut(() -> perform(validation.assign(userKey, read(issueId), assigneeName)));
    }

    /** Carries out what was prepared; an issue that somebody else changed meanwhile keeps both changes. */
    public Outcome perform(Prepared prepared) {
        if (!prepared.outcome().done()) {
            return prepared.outcome();
        }
        jira.apps().afterReading();
        return work.carryOut(() -> switch (prepared.action()) {
            case Prepared.CREATE -> transitions.create(prepared);
            case Prepared.EDIT -> doEdit(prepared);
            default -> doTransition(prepared, false);
        });
    }

    public Prepared prepareCreate(String userKey, IssueInput input) {
        return validation.create(userKey, input);
    }

    public Prepared prepareUpdate(String userKey, long issueId, IssueInput input) {
        return validation.update(userKey, byId(issueId), input);
    }

    public Prepared prepareTransition(String userKey, long issueId, int transition, IssueInput input) {
        return validation.transition(userKey, byId(issueId), transition, input);
    }

    public Prepared prepareAssign(String userKey, long issueId, String assigneeName) {
        return validation.assign(userKey, byId(issueId), assigneeName);
    }

    private Outcome doEdit(Prepared prepared) {
        IssueDraft draft = prepared.draft();
        boolean reassigned = draft.changes("assignee");
        Optional<ChangeRow> change = write(draft, prepared.userKey());
        IssueRow stored = draft.stored().orElseThrow();
        Optional<CommentRow> comment = Optional.ofNullable(prepared.comment()).filter(text -> !text.isBlank())
                .map(text -> jira.comments().create(stored.id(), prepared.userKey(), text, now()));
        if (change.isPresent() || comment.isPresent()) {
            boolean onlyAssigned = reassigned && change.get().items().size() == 1 && comment.isEmpty();
            jira.publish(new Happening(onlyAssigned ? Happening.ASSIGNED : change.isEmpty() ? Happening.COMMENTED
                    : Happening.UPDATED, stored, prepared.userKey(), change, comment, false));
        }
        return Outcome.of(byId(stored.id()).orElseThrow());
    }

    private Outcome doTransition(Prepared prepared, boolean unexamined) {
        IssueRow now = read(prepared.draft().stored().orElseThrow().id())
                .orElseThrow(() -> new UnitOfWork.Stop(Outcome.refused(404, UNSEEN)));
        return transitions.move(prepared, now, unexamined);
    }

    /** Adds a comment; the outcome holds the issue. */
    public Outcome comment(String userKey, long issueId, String body) {
        return work.carryOut(() -> {
            IssueRow issue = lock(issueId).filter(row -> may(Permission.BROWSE_PROJECTS, row, userKey))
                    .orElseThrow(() -> new UnitOfWork.Stop(Outcome.refused(404, UNSEEN)));
            if (!may(Permission.ADD_COMMENTS, issue, userKey)) {
                return Outcome.refused(403, "You do not have permission to comment on issue '" + issue.key() + "'.");
            }
            if (body == null || body.isBlank()) {
                return Outcome.refused(Map.of("comment", "Comment body can not be empty!"), List.of());
            }
            if (body.length() > Forms.TEXT_LIMIT) {
                return Outcome.refused(Map.of("comment",
                        "The entered text is too long. It exceeds the allowed limit of 32,767 characters."), List.of());
            }
            CommentRow comment = jira.comments().create(issueId, userKey, body, now());
            IssueRow stored = byId(issueId).orElseThrow();
            jira.publish(new Happening(Happening.COMMENTED, stored, userKey, Optional.empty(), Optional.of(comment), false));
            return Outcome.of(stored);
        });
    }

    /** Links two issues of which {@code userKey} may link the first and browse the other. */
    public Outcome link(String userKey, long linkTypeId, long sourceId, long destinationId) {
        return work.carryOut(() -> {
            Optional<IssueRow> source = byId(sourceId).filter(row -> may(Permission.BROWSE_PROJECTS, row, userKey));
            Optional<IssueRow> destination = byId(destinationId).filter(row -> may(Permission.BROWSE_PROJECTS, row, userKey));
            if (source.isEmpty() || destination.isEmpty()) {
                return Outcome.refused(404, UNSEEN);
            }
            if (!may(Permission.LINK_ISSUES, source.get(), userKey)) {
                return Outcome.refused(401, "No Link Issue Permission for issue '" + source.get().key() + "'");
            }
            if (sourceId == destinationId) {
                return Outcome.refused(400, "You cannot link an issue to itself.");
            }
            if (jira.links().type(linkTypeId).isEmpty()) {
                return Outcome.refused(404, "No issue link type with id '" + linkTypeId + "' found.");
            }
            jira.links().create(linkTypeId, sourceId, destinationId, userKey);
            return Outcome.of(byId(sourceId).orElseThrow());
        });
    }

    /** Moves an issue to another project, under a new key and, where its status is unknown there, into the first one. */
    public Outcome move(String userKey, long issueId, long projectId, String issueTypeId) {
        return work.carryOut(() -> {
            IssueRow issue = lock(issueId).filter(row -> may(Permission.BROWSE_PROJECTS, row, userKey))
                    .orElseThrow(() -> new UnitOfWork.Stop(Outcome.refused(404, UNSEEN)));
            Optional<ProjectRow> target = jira.projects().byId(projectId)
                    .filter(project -> jira.permissions().has(Permission.CREATE_ISSUES, project.id(), userKey));
            if (!may(Permission.MOVE_ISSUES, issue, userKey) || target.isEmpty()) {
                return Outcome.refused(403, "You do not have permission to move issue '" + issue.key() + "' to this project.");
            }
            if (jira.issueTypes().ofProject(target.get()).stream().noneMatch(type -> type.id().equals(issueTypeId))) {
                return Outcome.refused(Map.of("issuetype", "The issue type selected is invalid."), List.of());
            }
            return Outcome.of(moves.move(userKey, issue, target.get(), issueTypeId, now()));
        });
    }

    public Outcome delete(String userKey, long issueId) {
        return work.carryOut(() -> {
            IssueRow issue = lock(issueId).filter(row -> may(Permission.BROWSE_PROJECTS, row, userKey))
                    .orElseThrow(() -> new UnitOfWork.Stop(Outcome.refused(404, UNSEEN)));
            if (!may(Permission.DELETE_ISSUES, issue, userKey)) {
                return Outcome.refused(403, "You do not have permission to delete issues in this project.");
            }
            remove(userKey, issue);
            return Outcome.of(issue);
        });
    }

    /** Deletes, whoever asks. */
    public void remove(String userKey, IssueRow issue) {
        store.inTransaction(() -> {
            jira.links().outward(issue.id()).forEach(link -> jira.links().delete(link.id(), userKey));
            jira.links().inward(issue.id()).forEach(link -> jira.links().delete(link.id(), userKey));
            table.delete(issue.id());
            if (issue.workflowId() != null) {
                entries.delete(issue.workflowId());
            }
            jira.publish(new Happening(Happening.DELETED, issue, userKey, Optional.empty(), Optional.empty(), false));
        });
    }

    /** The transitions the issue offers to {@code userKey} now, in the workflow's order. */
    public List<TransitionRow> transitions(String userKey, IssueRow issue) {
        return transitions.offered(userKey, issue);
    }

    /** A raw value of a field as people read it: names for keys and ids, text as typed (not escaped). */
    public String display(FieldRow field, List<String> values) {
        return wording.display(field, values);
    }

    /** Stores a draft of a stored issue and its history entry, whoever asks; nothing is written when nothing changed. */
    public Optional<ChangeRow> write(IssueDraft draft, String userKey) {
        return store.inTransaction(() -> {
            IssueRow before = draft.stored().orElseThrow();
            if (draft.edited().stream().noneMatch(draft::changes)) {
                return Optional.<ChangeRow>empty();
            }
            List<ChangeItemRow> items = wording.changes(draft);
            IssueRow after = rowOf(draft, before, now());
            table.update(before, after);
            Optional<ChangeRow> change = jira.history().write(before.id(), userKey, after.updated(), items);
            draft.storedAs(byId(before.id()).orElseThrow());
            return change;
        });
    }

    /** Stores a draft of a new issue. */
    void insert(IssueDraft draft, String userKey, Long workflowEntry) {
        ProjectRow project = jira.projects().byId(draft.projectId()).orElseThrow();
        long number = jira.projects().nextNumber(project.id());
        draft.set("creator", userKey);
        IssueRow bare = new IssueRow(0, project.key() + "-" + number, number, project.id(), draft.issueTypeId(), "", null, null, null,
                null,
                userKey, null, null, null, null, now(), now(), null, workflowEntry, List.of(), Map.of());
        draft.storedAs(byId(table.insert(rowOf(draft, bare, now()))).orElseThrow());
    }

    /** Stores a row as it is, for imports; its key must be free. */
    IssueRow insert(IssueRow row) {
        return byId(table.insert(row)).orElseThrow();
    }

    /** Writes what {@code after} has, into the row that is stored. */
    void replace(IssueRow before, IssueRow after) {
        table.update(before, new IssueRow(before.id(), before.key(), before.number(), before.projectId(), after.issueTypeId(),
                after.summary(), after.description(), after.environment(), after.assigneeKey(), after.reporterKey(), before.creatorKey(),
                after.priorityId(), after.statusId(), after.resolutionId(), after.dueDate(), before.created(), after.updated(),
                after.resolved(), before.workflowId(), after.labels(), after.custom()));
    }

    /** Opens a workflow entry for an issue that came in some other way, in the step of its status. */
    Long openEntry(String workflow, String statusId) {
        WorkflowDescriptor descriptor = jira.workflows().descriptor(workflow);
        StepDescriptor step = WorkflowXml.stepOf(descriptor, statusId)
                .orElseThrow(() -> new Refused("Workflow '" + workflow + "' has no step for status " + statusId + "."));
        long entry = entries.createEntry(workflow).getId();
        entries.setEntryState(entry, com.opensymphony.workflow.spi.WorkflowEntry.ACTIVATED);
        entries.createCurrentStep(entry, step.getId(), null, java.util.Date.from(now()), null, null, new long[0]);
        return entry;
    }

    /** Moves an issue into another workflow, in the step of its status. */
    public void migrate(IssueRow issue, String workflow) {
        store.inTransaction(() -> {
            Long entry = openEntry(workflow, issue.statusId());
            store.sql("update jira_issue set workflow_entry = ? where id = ?", entry, issue.id()).update();
            if (issue.workflowId() != null) {
                entries.delete(issue.workflowId());
            }
        });
    }

    private IssueRow rowOf(IssueDraft draft, IssueRow before, Instant now) {
        Map<String, List<String>> custom = new LinkedHashMap<>(before.custom());
        draft.edited().stream().filter(id -> id.startsWith(FieldRow.CUSTOM) || AS_VALUES.contains(id))
                .forEach(id -> custom.put(id, draft.values(id)));
        String resolution = draft.value("resolution");
        Instant resolved = resolution == null ? null : draft.changes("resolution") || before.resolved() == null ? now : before.resolved();
        return new IssueRow(before.id(), before.key(), before.number(), before.projectId(), draft.issueTypeId(), draft.value("summary"),
                draft.value("description"), draft.value("environment"), draft.value("assignee"), draft.value("reporter"),
                before.creatorKey(), draft.value("priority"), draft.value("status"), resolution, draft.value("duedate"), before.created(),
                now, resolved, before.workflowId(), draft.values("labels"), custom);
    }

    /** Held until the end of the action; where others are to come in between, as it is. */
    private Optional<IssueRow> read(long issueId) {
        return jira.apps().interleaved() ? byId(issueId) : lock(issueId);
    }

    private Optional<IssueRow> lock(long issueId) {
        store.sql("select id from jira_issue where id = ? for update", issueId).query(Long.class).optional();
        return byId(issueId);
    }

    /** Everything Jira writes is dated to the millisecond. */
    private Instant now() {
        return jira.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
