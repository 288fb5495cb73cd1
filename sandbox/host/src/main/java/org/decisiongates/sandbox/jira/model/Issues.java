package org.decisiongates.sandbox.jira.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import com.opensymphony.workflow.InvalidActionException;
import com.opensymphony.workflow.InvalidInputException;
import com.opensymphony.workflow.InvalidRoleException;
import com.opensymphony.workflow.WorkflowException;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

/** The issues, and everything somebody may do to one. Every action is whole or leaves nothing behind. */
public final class Issues {

    private static final Logger LOG = LoggerFactory.getLogger(Issues.class);
    /** Fields of Jira's own whose values are kept beside those of custom fields. */
    private static final Set<String> AS_VALUES = Set.of(Versions.FIELD, Levels.FIELD);
    private static final String UNSEEN = "Issue Does Not Exist";

    private final Store store;
    private final SandboxJira jira;
    private final IssueTable table;
    private final Forms forms;
    private final Wording wording;
    private final WorkflowEntries entries;
    private final WorkflowEngine engine;
    private final Moves moves;

    Issues(Store store, SandboxJira jira) {
        this.store = store;
        this.jira = jira;
        this.table = new IssueTable(store);
        this.forms = new Forms(jira);
        this.wording = new Wording(jira);
        this.entries = new WorkflowEntries(store);
        this.engine = new WorkflowEngine(jira, entries);
        this.moves = new Moves(store, jira);
    }

    /** The issue, whoever asks; pages use {@link #visible}. */
    public Optional<IssueRow> byId(long id) {
        return table.read(store.sql("select " + IssueTable.COLUMNS + " from jira_issue i where i.id = ?", id)).stream().findFirst();
    }

    public Optional<IssueRow> byKey(String key) {
        return key == null ? Optional.empty() : table.read(store.sql("select " + IssueTable.COLUMNS
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
        return carryOut(() -> perform(prepareCreate(userKey, input)));
    }

    public Outcome update(String userKey, long issueId, IssueInput input) {
        return carryOut(() -> perform(prepareUpdate(userKey, read(issueId), input)));
    }

    public Outcome transition(String userKey, long issueId, int transition, IssueInput input) {
        return carryOut(() -> perform(prepareTransition(userKey, read(issueId), transition, input)));
    }

    /** What Jira lets apps do: a transition whose validators are left out. */
    public Outcome transitionUnexamined(String userKey, long issueId, int transition) {
        return carryOut(() -> {
            Prepared prepared = prepareTransition(userKey, byId(issueId), transition, new IssueInput());
            return prepared.outcome().done() ? doTransition(prepared, true) : prepared.outcome();
        });
    }

    /** Jira's clone: the values of an issue in a new one, from the beginning of the workflow, which examines them. */
    public Outcome copy(String userKey, long issueId) {
        return carryOut(() -> {
            IssueRow issue = byId(issueId).filter(row -> may(Permission.BROWSE_PROJECTS, row, userKey))
                    .orElseThrow(() -> new Stop(Outcome.refused(404, UNSEEN)));
            IssueInput input = new IssueInput().offScreen(IssueInput.OffScreen.ACCEPTED);
            List.of("project", "issuetype", "description", "environment", "assignee", "priority", "duedate", "labels").stream()
                    .filter(field -> !issue.values(field).isEmpty()).forEach(field -> input.set(field, issue.values(field)));
            issue.custom().forEach(input::set);
            return perform(prepareCreate(userKey, input.set("summary", "CLONE - " + issue.summary())));
        });
    }

    /** Assigns; {@code assigneeName} null or empty leaves it unassigned. */
    public Outcome assign(String userKey, long issueId, String assigneeName) {
        return carryOut(() -> perform(prepareAssign(userKey, read(issueId), assigneeName)));
    }

    /** Carries out what was prepared; an issue that somebody else changed meanwhile keeps both changes. */
    public Outcome perform(Prepared prepared) {
        if (!prepared.outcome().done()) {
            return prepared.outcome();
        }
        jira.apps().afterReading();
        return carryOut(() -> switch (prepared.action()) {
            case Prepared.CREATE -> doCreate(prepared);
            case Prepared.EDIT -> doEdit(prepared);
            default -> doTransition(prepared, false);
        });
    }

    public Prepared prepareCreate(String userKey, IssueInput input) {
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<ProjectRow> project = first(input, "project").flatMap(IssueTypes::number).flatMap(jira.projects()::byId);
        if (project.isEmpty() || !jira.permissions().has(Permission.BROWSE_PROJECTS, project.get().id(), userKey)) {
            return Prepared.checked(userKey, new IssueDraft(), Prepared.CREATE, null, Map.of("project", "project is required"));
        }
        if (!jira.permissions().has(Permission.CREATE_ISSUES, project.get().id(), userKey)) {
            return Prepared.refused(403, "You do not have permission to create issues in this project.");
        }
        Optional<IssueTypeRow> type = first(input, "issuetype").flatMap(jira.issueTypes()::byId)
                .filter(candidate -> jira.issueTypes().ofProject(project.get()).contains(candidate));
        if (type.isEmpty()) {
            return Prepared.checked(userKey, new IssueDraft(), Prepared.CREATE, null, Map.of("issuetype",
                    first(input, "issuetype").isEmpty() ? "issue type is required" : "The issue type selected is invalid."));
        }
        IssueDraft draft = new IssueDraft();
        draft.set("project", String.valueOf(project.get().id()));
        draft.set("issuetype", type.get().id());
        errors.putAll(forms.apply(input, draft, jira.screens().screenFor(project.get(), type.get().id(), Operation.CREATE), true));
        refuseLevel(userKey, draft, errors);
        if (draft.value("summary") == null) {
            errors.putIfAbsent("summary", "You must specify a summary of the issue.");
        }
        if (draft.value("reporter") == null) {
            draft.set("reporter", userKey);
        }
        if (!draft.edited().contains("priority")) {
            draft.set("priority", jira.priorities().initial().map(PriorityRow::id).orElse(null));
        }
        return Prepared.checked(userKey, draft, Prepared.CREATE, input.comment(), errors);
    }

    public Prepared prepareUpdate(String userKey, long issueId, IssueInput input) {
        return prepareUpdate(userKey, byId(issueId), input);
    }

    public Prepared prepareTransition(String userKey, long issueId, int transition, IssueInput input) {
        return prepareTransition(userKey, byId(issueId), transition, input);
    }

    public Prepared prepareAssign(String userKey, long issueId, String assigneeName) {
        return prepareAssign(userKey, byId(issueId), assigneeName);
    }

    private Prepared prepareUpdate(String userKey, Optional<IssueRow> found, IssueInput input) {
        Optional<IssueRow> issue = found.filter(row -> may(Permission.BROWSE_PROJECTS, row, userKey));
        if (issue.isEmpty()) {
            return Prepared.refused(404, UNSEEN);
        }
        if (!editable(userKey, issue.get())) {
            return Prepared.refused(403, "You do not have permission to edit issue '" + issue.get().key() + "', or its status forbids it.");
        }
        IssueDraft draft = new IssueDraft(issue.get());
        Map<String, String> errors = forms.apply(input, draft, screen(issue.get(), Operation.EDIT), false);
        refuseLevel(userKey, draft, errors);
        return Prepared.checked(userKey, draft, Prepared.EDIT, input.comment(), errors);
    }

    private void refuseLevel(String userKey, IssueDraft draft, Map<String, String> errors) {
        if (draft.changes(Levels.FIELD) && !jira.permissions().has(Permission.SET_ISSUE_SECURITY, draft.projectId(), userKey)) {
            errors.put(Levels.FIELD, "You do not have permission to set the security level.");
        }
    }

    private Prepared prepareTransition(String userKey, Optional<IssueRow> found, int transition, IssueInput input) {
        Optional<IssueRow> issue = found.filter(row -> may(Permission.BROWSE_PROJECTS, row, userKey));
        if (issue.isEmpty()) {
            return Prepared.refused(404, UNSEEN);
        }
        List<TransitionRow> offered;
        try {
            offered = transitionsOf(userKey, issue.get());
        } catch (Refused e) {
            return Prepared.refused(500, e.getMessage());
        }
        Optional<TransitionRow> action = offered.stream().filter(row -> row.id() == transition).findFirst();
        if (action.isEmpty()) {
            return Prepared.refused(400, "It seems that you have tried to perform a workflow operation (" + transition
                    + ") that is not valid for the current state of issue " + issue.get().key() + ". It may have been moved on by somebody"
                    + " else, or you may lack the permission to move it; reload the issue to see what can be done now.");
        }
        IssueDraft draft = new IssueDraft(issue.get());
        Map<String, String> errors = forms.apply(input, draft, action.get().screen(), false);
        refuseLevel(userKey, draft, errors);
        if (action.get().screen().map(screen -> screen.contains("resolution")).orElse(false) && draft.value("resolution") == null) {
            errors.putIfAbsent("resolution", "Resolution is required.");
        }
        if (input.comment() != null && input.comment().length() > Forms.TEXT_LIMIT) {
            errors.put("comment", "The entered text is too long. It exceeds the allowed limit of 32,767 characters.");
        }
        return Prepared.checked(userKey, draft, transition, input.comment(), errors);
    }

    private Prepared prepareAssign(String userKey, Optional<IssueRow> found, String assigneeName) {
        Optional<IssueRow> issue = found.filter(row -> may(Permission.BROWSE_PROJECTS, row, userKey));
        if (issue.isEmpty()) {
            return Prepared.refused(404, UNSEEN);
        }
        if (!may(Permission.ASSIGN_ISSUES, issue.get(), userKey)) {
            return Prepared.refused(403, "You do not have permission to assign issues in this project.");
        }
        IssueDraft draft = new IssueDraft(issue.get());
        IssueInput input = new IssueInput().set("assignee", assigneeName).offScreen(IssueInput.OffScreen.ACCEPTED);
        return Prepared.checked(userKey, draft, Prepared.EDIT, null, forms.apply(input, draft, Optional.empty(), false));
    }

    private Outcome doCreate(Prepared prepared) {
        IssueDraft draft = prepared.draft();
        ProjectRow project = jira.projects().byId(draft.projectId()).orElseThrow();
        String name = jira.workflows().nameFor(project, draft.issueTypeId());
        WorkflowDescriptor workflow = jira.workflows().descriptor(name);
        List<ActionDescriptor> initial = WorkflowXml.initialActions(workflow);
        if (initial.isEmpty()) {
            throw new Stop(Outcome.refused(500, "Workflow '" + name + "' has no initial transition; an administrator has to add one."));
        }
        Passage passage = new Passage(draft, prepared.userKey(), prepared.comment());
        pass(name, initial.get(0), () -> engine.create(name, workflow, initial.get(0).getId(), passage));
        if (draft.stored().isEmpty()) {
            throw new Stop(Outcome.refused(500, "Workflow '" + name + "' creates no issue: its initial transition '"
                    + initial.get(0).getName() + "' lacks the function that stores it."));
        }
        return Outcome.of(byId(draft.stored().get().id()).orElseThrow());
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
            jira.tell(new Happening(onlyAssigned ? Happening.ASSIGNED : change.isEmpty() ? Happening.COMMENTED
                    : Happening.UPDATED, stored, prepared.userKey(), change, comment, false));
        }
        return Outcome.of(byId(stored.id()).orElseThrow());
    }

    private Outcome doTransition(Prepared prepared, boolean unexamined) {
        IssueRow issue = prepared.draft().stored().orElseThrow();
        IssueRow now = read(issue.id()).orElseThrow(() -> new Stop(Outcome.refused(404, UNSEEN)));
        String name = jira.workflows().nameOf(now);
        WorkflowDescriptor workflow = jira.workflows().descriptor(name);
        ActionDescriptor action = workflow.getAction(prepared.action());
        if (action == null || !now.statusId().equals(issue.statusId())) {
            throw new Stop(Outcome.refused(400, "Issue " + now.key() + " was moved on meanwhile; reload it to see what can be done now."));
        }
        Passage made = new Passage(prepared.draft(), prepared.userKey(), prepared.comment());
        Passage passage = unexamined ? made.withoutValidators() : made;
        pass(name, action, () -> engine.transition(name, workflow, now.workflowId(), action.getId(), passage));
        return Outcome.of(byId(issue.id()).orElseThrow());
    }

    /** Adds a comment; the outcome holds the issue. */
    public Outcome comment(String userKey, long issueId, String body) {
        return carryOut(() -> {
            IssueRow issue = lock(issueId).filter(row -> may(Permission.BROWSE_PROJECTS, row, userKey))
                    .orElseThrow(() -> new Stop(Outcome.refused(404, UNSEEN)));
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
            jira.tell(new Happening(Happening.COMMENTED, stored, userKey, Optional.empty(), Optional.of(comment), false));
            return Outcome.of(stored);
        });
    }

    /** Links two issues of which {@code userKey} may link the first and browse the other. */
    public Outcome link(String userKey, long linkTypeId, long sourceId, long destinationId) {
        return carryOut(() -> {
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
        return carryOut(() -> {
            IssueRow issue = lock(issueId).filter(row -> may(Permission.BROWSE_PROJECTS, row, userKey))
                    .orElseThrow(() -> new Stop(Outcome.refused(404, UNSEEN)));
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
        return carryOut(() -> {
            IssueRow issue = lock(issueId).filter(row -> may(Permission.BROWSE_PROJECTS, row, userKey))
                    .orElseThrow(() -> new Stop(Outcome.refused(404, UNSEEN)));
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
            jira.tell(new Happening(Happening.DELETED, issue, userKey, Optional.empty(), Optional.empty(), false));
        });
    }

    /** The transitions the issue offers to {@code userKey} now, in the workflow's order. */
    public List<TransitionRow> transitions(String userKey, IssueRow issue) {
        try {
            return transitionsOf(userKey, issue);
        } catch (Refused e) {
            LOG.warn("Issue {} offers no transition: {}", issue.key(), e.getMessage());
            return List.of();
        }
    }

    private List<TransitionRow> transitionsOf(String userKey, IssueRow issue) {
        if (issue.workflowId() == null || !may(Permission.TRANSITION_ISSUES, issue, userKey)) {
            return List.of();
        }
        String name = jira.workflows().nameOf(issue);
        WorkflowDescriptor workflow = jira.workflows().descriptor(name);
        int[] ids = engine.available(name, workflow, issue.workflowId(), new Passage(new IssueDraft(issue), userKey, null));
        List<TransitionRow> rows = new ArrayList<>();
        for (int id : ids) {
            ActionDescriptor action = workflow.getAction(id);
            if (rows.stream().noneMatch(row -> row.id() == id)) {
                rows.add(row(workflow, action, issue));
            }
        }
        return rows;
    }

    private TransitionRow row(WorkflowDescriptor workflow, ActionDescriptor action, IssueRow issue) {
        int step = action.getUnconditionalResult().getStep();
        String status = step == -1 ? issue.statusId() : Optional.ofNullable(workflow.getStep(step)).map(WorkflowXml::status).orElse("");
        return new TransitionRow(action.getId(), action.getName(), jira.statuses().byId(status)
                .orElse(new StatusRow(status, "(no status)", "", StatusCategory.UNDEFINED)),
                WorkflowXml.screenId(action).flatMap(jira.screens()::byId));
    }

    public List<FormField> createForm(ProjectRow project, String issueTypeId) {
        IssueDraft draft = new IssueDraft();
        draft.set("project", String.valueOf(project.id()));
        draft.set("issuetype", issueTypeId);
        draft.set("priority", jira.priorities().initial().map(PriorityRow::id).orElse(null));
        return jira.screens().screenFor(project, issueTypeId, Operation.CREATE).map(screen -> forms.fields(screen, draft, false))
                .orElse(List.of());
    }

    public List<FormField> editForm(IssueRow issue) {
        return screen(issue, Operation.EDIT).map(screen -> forms.fields(screen, new IssueDraft(issue), false)).orElse(List.of());
    }

    public List<FormField> transitionForm(IssueRow issue, TransitionRow transition) {
        return transition.screen().map(screen -> forms.fields(screen, new IssueDraft(issue), true)).orElse(List.of());
    }

    /** The fields the view screen shows, set or not. */
    public List<FormField> viewFields(IssueRow issue) {
        return screen(issue, Operation.VIEW).map(screen -> forms.fields(screen, new IssueDraft(issue), false)).orElse(List.of());
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
        IssueRow bare = new IssueRow(0, project.key() + "-" + number, number, project.id(), draft.issueTypeId(), "", null, null, null, null,
                userKey, null, null, null, null, now(), now(), null, workflowEntry, List.of(), Map.of());
        draft.storedAs(byId(table.insert(rowOf(draft, bare, now()))).orElseThrow());
    }

    /** Stores a row as it is, for imports; its key must be free. */
    IssueRow insert(IssueRow row) {
        return byId(table.insert(row)).orElseThrow();
    }

    /** Opens a workflow entry for an issue that came in some other way, in the step of its status. */
    Long openEntry(String workflow, String statusId) {
        WorkflowDescriptor descriptor = jira.workflows().descriptor(workflow);
        StepDescriptor step = WorkflowXml.stepOf(descriptor, statusId).orElseThrow(() ->
                new Refused("Workflow '" + workflow + "' has no step for status " + statusId + "."));
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
        draft.edited().stream().filter(id -> id.startsWith(FieldRow.CUSTOM) || AS_VALUES.contains(id)).forEach(id -> custom.put(id, draft.values(id)));
        String resolution = draft.value("resolution");
        Instant resolved = resolution == null ? null : draft.changes("resolution") || before.resolved() == null ? now : before.resolved();
        return new IssueRow(before.id(), before.key(), before.number(), before.projectId(), draft.issueTypeId(), draft.value("summary"),
                draft.value("description"), draft.value("environment"), draft.value("assignee"), draft.value("reporter"),
                before.creatorKey(), draft.value("priority"), draft.value("status"), resolution, draft.value("duedate"), before.created(),
                now, resolved, before.workflowId(), draft.values("labels"), custom);
    }

    private Optional<ScreenRow> screen(IssueRow issue, Operation operation) {
        return jira.projects().byId(issue.projectId()).flatMap(project -> jira.screens().screenFor(project, issue.issueTypeId(), operation));
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

    private static Optional<String> first(IssueInput input, String fieldId) {
        return input.values().getOrDefault(fieldId, List.of()).stream().findFirst();
    }

    private interface Passing {
        void run() throws WorkflowException;
    }

    @SuppressWarnings("unchecked")
    private void pass(String workflow, ActionDescriptor action, Passing passing) {
        String what = "The transition '" + action.getName() + "' of workflow '" + workflow + "' ";
        try {
            passing.run();
        } catch (InvalidInputException e) {
            Map<String, String> errors = new LinkedHashMap<>();
            ((Map<Object, Object>) e.getErrors()).forEach((field, text) -> errors.put(String.valueOf(field), String.valueOf(text)));
            List<String> messages = ((List<Object>) e.getGenericErrors()).stream().map(String::valueOf).toList();
            throw new Stop(errors.isEmpty() && messages.isEmpty() ? Outcome.refused(400, what + "was refused without a reason.")
                    : Outcome.refused(errors, messages));
        } catch (InvalidActionException | InvalidRoleException e) {
            LOG.debug("{}cannot be used now", what, e);
            throw new Stop(Outcome.refused(400, what + "cannot be used in the current state of the issue."));
        } catch (Stop | DataAccessException | TransactionException e) {
            throw e;
        } catch (WorkflowException | RuntimeException | LinkageError e) {
            LOG.error("{}could not be carried out", what, e);
            throw new Stop(Outcome.refused(500, what + "could not be carried out. " + reason(e)
                    + "Nothing was changed; an administrator finds the cause in Jira's log."));
        }
    }

    private static String reason(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused) {
                return cause.getMessage() + " ";
            }
            if (cause instanceof WorkflowException failed && failed.getRootCause() instanceof Refused refused) {
                return refused.getMessage() + " ";
            }
        }
        return "";
    }

    /** Runs an action so that a refusal or a failure leaves nothing behind. */
    private Outcome carryOut(Supplier<Outcome> action) {
        try {
            return store.inTransaction(() -> {
                Outcome outcome = action.get();
                if (!outcome.done()) {
                    throw new Stop(outcome);
                }
                return outcome;
            });
        } catch (Stop e) {
            return e.outcome;
        } catch (Refused e) {
            LOG.warn("An action on an issue was refused", e);
            return Outcome.refused(500, e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            LOG.error("The database failed during an action on an issue", e);
            return Outcome.refused(500, "The database could not complete the action. Nothing was changed; try again, and tell an"
                    + " administrator if it stays so.");
        }
    }

    /** Ends an action and takes its transaction back. */
    private static final class Stop extends RuntimeException {

        private final transient Outcome outcome;

        Stop(Outcome outcome) {
            super(String.join(" ", outcome.messages()), null, false, false);
            this.outcome = outcome;
        }
    }
}
