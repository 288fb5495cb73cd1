package org.decisiongates.sandbox.jira.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.sandbox.host.Fragments;
import org.decisiongates.sandbox.host.WebItem;
import org.decisiongates.sandbox.host.WebSection;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.FormField;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.LinkRow;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.PriorityRow;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.ResolutionRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.StatusRow;
import org.decisiongates.sandbox.jira.model.Versions;
import org.decisiongates.sandbox.jira.web.frame.ActivityTab;
import org.decisiongates.sandbox.jira.web.frame.Frame;
import org.decisiongates.sandbox.jira.web.frame.Initials;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** Gathers everything the issue page shows. */
final class IssueViews {

    private static final List<String> OPERATIONS = List.of("operations-top-level", "operations-work", "operations-attachments",
            "operations-voteswatchers", "operations-subtasks", "operations-operations", "operations-delete", "jira.issue.tools");

    private static final java.util.Set<String> SHOWN = java.util.Set.of(Versions.FIELD, Levels.FIELD);

    private final SandboxJira jira;
    private final Words words;
    private final Fragments fragments;
    private final Frame frame;

    IssueViews(SandboxJira jira, Words words, Fragments fragments, Frame frame) {
        this.jira = jira;
        this.words = words;
        this.fragments = fragments;
        this.frame = frame;
    }

    IssueView view(Visit visit, IssueRow issue, List<String> messages) {
        ProjectRow project = visit.projectOf(issue);
        Optional<StatusRow> status = jira.statuses().byId(issue.statusId());
        Map<String, Object> context = frame.fragmentContext(visit, project, issue);
        List<FormField> shown = jira.forms().viewFields(issue).stream().filter(field -> (field.field().custom()
                || SHOWN.contains(field.field().id())) && !field.values().isEmpty()).toList();
        boolean history = visit.text("page").endsWith("changehistory-tabpanel");
        List<ActivityTab> tabs = frame.activityTabs(issue, visit.text("page"));
        boolean comments = !history && tabs.stream().noneMatch(ActivityTab::chosen);
        return new IssueView(issue, project, jira.issueTypes().byId(issue.issueTypeId()).map(type -> type.name()).orElse(""),
                words.typeIcon(issue.issueTypeId()), status.map(StatusRow::name).orElse(""),
                status.map(one -> Words.style(one.category())).orElse(""),
                Optional.ofNullable(issue.priorityId()).flatMap(id -> jira.priorities().byId(id)).map(PriorityRow::name).orElse(""),
                Optional.ofNullable(issue.resolutionId()).flatMap(id -> jira.resolutions().byId(id)).map(ResolutionRow::name)
                        .orElse("Unresolved"),
                details(shown), people(issue, shown), dates(issue, shown), links(visit, issue),
                visit.user().isEmpty() ? List.of() : jira.issues().transitions(visit.userKey(), issue),
                may(visit, issue, Permission.EDIT_ISSUES), may(visit, issue, Permission.ASSIGN_ISSUES),
                may(visit, issue, Permission.ADD_COMMENTS),
                may(visit, issue, Permission.LINK_ISSUES), may(visit, issue, Permission.DELETE_ISSUES), operations(context),
                fragments.panels("atl.jira.view.issue.left.context", context),
                fragments.panels("atl.jira.view.issue.right.context", context),
                comments ? comments(visit, issue) : List.of(), history ? history(issue) : List.of(), history, comments, tabs, messages,
                visit.text("comment"));
    }

    private boolean may(Visit visit, IssueRow issue, Permission permission) {
        return visit.user().isPresent() && jira.issues().may(permission, issue, visit.userKey());
    }

    private List<WebItem> operations(Map<String, Object> context) {
        List<WebItem> items = new ArrayList<>();
        for (String section : OPERATIONS) {
            items.addAll(fragments.items(section, context));
        }
        for (WebSection section : fragments.sections("opsbar-operations", context)) {
            items.addAll(fragments.items(section.key(), context));
        }
        return items;
    }

    private List<IssueView.Detail> details(List<FormField> shown) {
        return shown.stream().filter(field -> !field.field().type().isUser() && !day(field)).map(this::detail).toList();
    }

    private List<IssueView.Detail> people(IssueRow issue, List<FormField> shown) {
        List<IssueView.Detail> people = new ArrayList<>();
        String assignee = words.person(issue.assigneeKey());
        people.add(new IssueView.Detail("assignee", "Assignee", assignee.isEmpty() ? "Unassigned" : assignee, false, false));
        people.add(new IssueView.Detail("reporter", "Reporter", words.person(issue.reporterKey()), false, false));
        shown.stream().filter(field -> field.field().type().isUser()).map(this::detail).forEach(people::add);
        return people;
    }

    private List<IssueView.Detail> dates(IssueRow issue, List<FormField> shown) {
        List<IssueView.Detail> dates = new ArrayList<>();
        if (issue.dueDate() != null) {
            dates.add(new IssueView.Detail("due-date", "Due", words.day(issue.dueDate()), false, words.overdue(issue)));
        }
        shown.stream().filter(IssueViews::day).map(this::detail).forEach(dates::add);
        dates.add(new IssueView.Detail("created", "Created", words.moment(issue.created()), false, false));
        dates.add(new IssueView.Detail("updated", "Updated", words.moment(issue.updated()), false, false));
        if (issue.resolved() != null) {
            dates.add(new IssueView.Detail("resolutiondate", "Resolved", words.moment(issue.resolved()), false, false));
        }
        return dates;
    }

    private static boolean day(FormField field) {
        return field.field().type() == FieldType.DATEPICKER || field.field().type() == FieldType.DATETIME;
    }

    private IssueView.Detail detail(FormField field) {
        FieldType type = field.field().type();
        String text = type == FieldType.DATEPICKER ? words.day(field.values().get(0))
                : jira.issues().display(field.field(), field.values());
        return new IssueView.Detail(field.field().id(), field.field().name(), text, type == FieldType.TEXTAREA, false);
    }

    private List<IssueView.LinkGroup> links(Visit visit, IssueRow issue) {
        Map<String, List<RowView>> groups = new LinkedHashMap<>();
        for (LinkRow link : jira.links().outward(issue.id())) {
            add(groups, visit, link.type().outward(), link.destinationId());
        }
        for (LinkRow link : jira.links().inward(issue.id())) {
            add(groups, visit, link.type().inward(), link.sourceId());
        }
        return groups.entrySet().stream().map(group -> new IssueView.LinkGroup(group.getKey(), group.getValue())).toList();
    }

    private void add(Map<String, List<RowView>> groups, Visit visit, String name, long otherId) {
        jira.issues().visible(visit.userKey(), String.valueOf(otherId))
                .ifPresent(other -> groups.computeIfAbsent(name, key -> new ArrayList<>()).add(words.row(other)));
    }

    private List<IssueView.Remark> comments(Visit visit, IssueRow issue) {
        return jira.comments().visible(issue.id(), visit.userKey()).stream()
                .map(comment -> new IssueView.Remark(comment.id(), author(comment.authorKey()),
                        Initials.of(author(comment.authorKey())), words.moment(comment.created()), comment.created().toString(),
                        comment.body()))
                .toList();
    }

    private List<IssueView.Past> history(IssueRow issue) {
        return jira
                .history().of(issue.id()).stream().map(change -> new IssueView.Past(author(change.authorKey()), words.moment(change.at()),
                        change.at().toString(), change.items().stream().map(item -> new IssueView.Step(item.field(),
                                Optional.ofNullable(item.fromText()).orElse(""), Optional.ofNullable(item.toText()).orElse(""))).toList()))
                .toList();
    }

    private String author(String key) {
        String name = words.person(key);
        return name.isEmpty() ? "Anonymous" : name;
    }
}
