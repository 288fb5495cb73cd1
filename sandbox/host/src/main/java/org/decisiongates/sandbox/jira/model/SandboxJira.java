package org.decisiongates.sandbox.jira.model;

import java.time.Clock;

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
    private final Screens screens;
    private final Workflows workflows;
    private final Issues issues;
    private final Comments comments;
    private final Links links;
    private final History history;
    private final Search search;
    private final Avatars avatars;
    private final Clock clock;
    private volatile Apps apps = Apps.NONE;

    /** Opens Jira on this database, creating what is missing. */
    public SandboxJira(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        Store store = new Store(dataSource, transactions);
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
        screens = new Screens(store);
        workflows = new Workflows(store, this);
        history = new History(store);
        comments = new Comments(store, this);
        links = new Links(store, this);
        issues = new Issues(store, this);
        search = new Search(store, this);
        avatars = new Avatars(store);
        new Defaults(store, this).fill();
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

    public Comments comments() {
        return comments;
    }

    public Links links() {
        return links;
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

    /** The apps installed now. */
    public Apps apps() {
        return apps;
    }

    /** Connects the apps. */
    public void connect(Apps installed) {
        apps = installed;
    }

    /** The clock that dates everything Jira writes. */
    public Clock clock() {
        return clock;
    }
}
