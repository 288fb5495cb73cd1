package org.decisiongates.sandbox.jira.model;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** Jira as the sandbox has it: every part of its state, by subject. */
public final class SandboxJira {

    private final Users users;
    private final Permissions permissions;
    private final Projects projects;
    private final IssueTypes issueTypes;
    private final Statuses statuses;
    private final Priorities priorities;
    private final Resolutions resolutions;
    private final Fields fields;
    private final ManagedItems managedItems;
    private final Screens screens;
    private final Workflows workflows;
    private final Forms forms;
    private final Issues issues;
    private final Comments comments;
    private final Attachments attachments;
    private final Roles roles;
    private final Links links;
    private final Watchers watchers;
    private final History history;
    private final Search search;
    private final Avatars avatars;
    private final Versions versions;
    private final Levels levels;
    private final Outbox outbox = new Outbox();
    private final AuditRecords auditRecords = new AuditRecords();
    private final Clock clock;
    private final Store store;
    private volatile Apps apps = Apps.NONE;

    /** Opens Jira on this database, creating what is missing. */
    public SandboxJira(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        store = new Store(dataSource, transactions);
        this.clock = clock;
        Schema.create(store);
        users = new Users(store);
        permissions = new Permissions(store, users);
        projects = new Projects(store, permissions);
        issueTypes = new IssueTypes(store);
        statuses = new Statuses(store);
        priorities = new Priorities(store);
        resolutions = new Resolutions(store);
        fields = new Fields(store);
        managedItems = new ManagedItems(store);
        screens = new Screens(store);
        workflows = new Workflows(store, this);
        history = new History(store);
        comments = new Comments(store, this);
        attachments = new Attachments(store);
        roles = new Roles(store);
        links = new Links(store, this);
        watchers = new Watchers(store);
        forms = new Forms(this);
        issues = new Issues(store, this);
        search = new Search(store, this);
        avatars = new Avatars(store);
        versions = new Versions(store);
        levels = new Levels(store);
        new Defaults(store, this).fill();
    }

    public AuditRecords auditRecords() {
        return auditRecords;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Users users() {
        return users;
    }

    public Permissions permissions() {
        return permissions;
    }

    public Projects projects() {
        return projects;
    }

    public IssueTypes issueTypes() {
        return issueTypes;
    }

    public Statuses statuses() {
        return statuses;
    }

    public Priorities priorities() {
        return priorities;
    }

    public Resolutions resolutions() {
        return resolutions;
    }

    public ManagedItems managedItems() {
        return managedItems;
    }

    public Fields fields() {
        return fields;
    }

    public Screens screens() {
        return screens;
    }

    public Workflows workflows() {
        return workflows;
    }

    public Issues issues() {
        return issues;
    }

    public Forms forms() {
        return forms;
    }

    public Comments comments() {
        return comments;
    }

    public Attachments attachments() {
        return attachments;
    }

    public Roles roles() {
        return roles;
    }

    public Links links() {
        return links;
    }

    public Watchers watchers() {
        return watchers;
    }

    public History history() {
        return history;
    }

    public Search search() {
        return search;
    }

    public Avatars avatars() {
        return avatars;
    }

    public Versions versions() {
        return versions;
    }

    public Levels levels() {
        return levels;
    }

    /** The apps installed now. */
    public Apps apps() {
        return apps;
    }

    /** Tells the apps of something that became of an issue: when it is committed, on this thread, or at once where they ask for that. */
    public void publish(Happening happening) {
        if (apps.toldBeforeCommit()) {
            apps.happened(happening);
        } else {
            store.afterCommit(() -> apps.happened(happening));
        }
        store.afterCommit(() -> apps.committed(happening));
    }

    /** Connects the apps. */
    public void connect(Apps installed) {
        apps = installed;
    }

    /** Runs work under a name once in the life of this Jira, on whichever node comes first; false when it ran before. */
    public boolean once(String name, Runnable work) {
        if (note(name).isPresent()) {
            return false;
        }
        note(name, "begun");
        work.run();
        note(name, "done");
        return true;
    }

    /** Keeps a short text under a name. */
    public void note(String name, String text) {
        store.inTransaction(() -> {
            store.sql("delete from jira_mark where mark = ?", name).update();
            store.sql("insert into jira_mark (mark, mark_value) values (?, ?)", name, text.length() > 4000 ? text.substring(0, 4000) : text)
                    .update();
        });
    }

    /** The text kept under a name, such as {@code import.report}. */
    public Optional<String> note(String name) {
        return store.sql("select mark_value from jira_mark where mark = ?", name).query(String.class).optional();
    }

    /** Runs work in one transaction. */
    public void together(Runnable work) {
        store.inTransaction(work);
    }

    /** Stores an issue as it came from elsewhere, in the step of its status; says where it has none. */
    public IssueRow take(IssueRow row, Consumer<String> problem) {
        ProjectRow project = projects.byId(row.projectId()).orElseThrow();
        projects.useNumber(project.id(), row.number());
        Long entry = null;
        try {
            entry = issues.openEntry(workflows.nameFor(project, row.issueTypeId()), row.statusId());
        } catch (Refused e) {
            problem.accept("it can be read but not moved, because its status is not in its workflow");
        }
        return issues.insert(new IssueRow(0, row.key(), row.number(), row.projectId(), row.issueTypeId(), row.summary(),
                row.description(),
                row.environment(), row.assigneeKey(), row.reporterKey(), row.creatorKey(), row.priorityId(), row.statusId(),
                row.resolutionId(), row.dueDate(), row.created(), row.updated(), row.resolved(), entry, row.labels(), row.custom()));
    }

    /** Makes a stored issue what it became elsewhere, in the step of its status, without a word in its history. */
    public void takeOn(IssueRow before, IssueRow after) {
        issues.replace(before, after);
        if (!before.statusId().equals(after.statusId())) {
            ProjectRow project = projects.byId(before.projectId()).orElseThrow();
            issues.migrate(issues.byId(before.id()).orElseThrow(), workflows.nameFor(project, after.issueTypeId()));
        }
    }

    /** Stores a history entry as it came from elsewhere. */
    public void takeChange(IssueRow issue, String authorKey, Instant at, List<ChangeItemRow> items) {
        history.write(issue.id(), authorKey, at, items);
    }

    /** Stores a comment as it came from elsewhere; the issue does not count as updated by it. */
    public void takeComment(IssueRow issue, String authorKey, String body, Instant at) {
        comments.insert(issue.id(), authorKey, body, at);
    }

    /** Stores a link as it came from elsewhere, without a word in the histories. */
    public void takeLink(long typeId, long sourceId, long destinationId) {
        links.insert(typeId, sourceId, destinationId);
    }

    /** Stores a link as it was made elsewhere at that moment, with its words in the histories. */
    public void takeLink(long typeId, long sourceId, long destinationId, String userKey, Instant at) {
        links.take(typeId, sourceId, destinationId, userKey, at);
    }

    /** The clock that dates everything Jira writes. */
    public Clock clock() {
        return clock;
    }
}
