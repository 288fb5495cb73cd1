package org.decisiongates.jira.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.task.TaskWork;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.project.ProjectEnablement;
import org.decisiongates.jira.project.ProjectTypes;
import org.decisiongates.jira.project.ProjectUndo;
import org.decisiongates.jira.project.SetupPlan;
import org.decisiongates.jira.project.UndoList;
import org.decisiongates.jira.project.WorkflowGates;
import org.decisiongates.jira.sample.SampleIssues;
import org.decisiongates.jira.task.TaskFormatter;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;
import org.decisiongates.text.Message;

/** What the page <em>Get started</em> shows and does: a project is chosen, looked at, and enabled in the background. */
@JiraComponent
public class GetStartedPage {

    static final String ADDRESS = "/plugins/servlet/decision-gates/get-started";
    static final int MAX_CHOICES = 20;
    /** Which button of the page was pressed; none for the one that enables. */
    private static final String ACTION = "do";
    /** Says that the sample was deleted, in the address that deleting it leads to. */
    private static final String DELETED = "sample-deleted";

    private final ProjectEnablement enablement;
    private final ProjectUndo undo;
    private final ProjectTypes types;
    private final WorkflowGates gates;
    private final ProjectTypesFormatter typesFormatter;
    private final SampleIssues samples;
    private final ProjectSearch search;
    private final ProjectManager projects;
    private final TaskRunner tasks;
    private final TaskFormatter formatter;
    private final SetupPlanViews plans;
    private final JiraTexts texts;

    GetStartedPage(ProjectEnablement enablement, ProjectUndo undo, ProjectTypes types, WorkflowGates gates,
            ProjectTypesFormatter typesFormatter, SampleIssues samples, ProjectSearch search, ProjectManager projects, TaskRunner tasks,
            TaskFormatter formatter, SetupPlanViews plans, JiraTexts texts) {
        this.enablement = enablement;
        this.undo = undo;
        this.types = types;
        this.gates = gates;
        this.typesFormatter = typesFormatter;
        this.samples = samples;
        this.search = search;
        this.projects = projects;
        this.tasks = tasks;
        this.formatter = formatter;
        this.plans = plans;
        this.texts = texts;
    }

    GetStartedView view(FormPage form, ApplicationUser admin, List<String> errors) {
        String address = form.contextPath() + ADDRESS;
        String query = form.parameter("query");
        String key = form.parameter("project");
        Project project = key.isEmpty() ? null : projects.getProjectByCurrentKey(key);
        Optional<BackgroundTask> running = tasks.underWay(TaskFormatter.SET_UP, admin.getKey());
        Optional<BackgroundTask> ended = Optional.of(form.parameter("task")).filter(id -> !id.isEmpty())
                .flatMap(id -> tasks.find(id, admin.getKey()))
                .filter(task -> task.state().isOver() && task.kind().equals(TaskFormatter.SET_UP));
        List<String> wrong = errors.isEmpty() && project == null && !key.isEmpty()
                ? List.of(texts.text("decision-gates.jira.rest.no-such-project", key))
                : errors;
        Optional<SetupPlan> plan = Optional.ofNullable(project).map(enablement::plan);
        List<Project> found = project == null ? search.matching(query) : List.of();
        List<ProjectTypesView> typesView = plan.filter(known -> known.missing().isEmpty() && running.isEmpty())
                .map(known -> typesFormatter.view(form, project, true)).stream().toList();
        return new GetStartedView(form.tokenName(), form.tokenValue(), address,
                wrong.isEmpty() ? ended.flatMap(this::fault).stream().toList() : wrong,
                ended.map(this::done).orElseGet(() -> deleted(form, project)), query,
                choices(found, address),
                texts.text("decision-gates.jira.start.found", Math.min(found.size(), MAX_CHOICES), found.size()),
                running.map(formatter::progress).stream().toList(),
                plan.map(known -> plans.view(known, types.of(project))).stream().toList(),
                plan.filter(known -> known.isEnabled() && running.isEmpty()).map(known -> sample(project, form.contextPath(), admin))
                        .stream()
                        .toList(),
                plan.filter(known -> known.missing().isEmpty() && running.isEmpty()).stream().flatMap(known -> undoList(project).stream())
                        .toList(),
                typesView, typesView.stream().flatMap(chosen -> chosen.plans().stream()).anyMatch(IssueTypeMapPlanView::possible));
    }

    /**
     * Enables the project that the form names, or takes that back, has it use issue types of its own, or changes the gates of their
     * workflows, in the background, or creates or deletes its sample at once; returns the address at which to see what comes of it.
     */
    String start(FormPage form, ApplicationUser admin) {
        String key = form.parameter("project");
        Project project = projects.getProjectByCurrentKey(key);
        if (project == null) {
            throw new ProblemException(404, "decision-gates.jira.rest.no-such-project", key);
        }
        String wanted = form.parameter(ACTION);
        if (wanted.equals("sample")) {
            samples.make(project, admin);
            return form.contextPath() + ADDRESS + "?project=" + project.getKey();
        }
        if (wanted.equals("delete-sample")) {
            samples.delete(project, admin);
            return form.contextPath() + ADDRESS + "?project=" + project.getKey() + "&" + DELETED + "=true";
        }
        return formatter.setUpPage(
                tasks.start(TaskFormatter.SET_UP, admin.getKey(), project.getKey(), project.getName(), work(wanted, form, project)));
    }

    private TaskWork work(String wanted, FormPage form, Project project) {
        return switch (wanted) {
            case "undo" -> progress -> lines(undo.takeBack(project, progress));
            case "types" -> {
                Map<OwnIssueType, String> chosen = ProjectTypesFormatter.chosen(form);
                String seen = form.parameter(ProjectTypesFormatter.SEEN);
                yield progress -> lines(types.apply(project, chosen, seen));
            }
            case "add-gates" -> {
                String seen = form.parameter(ProjectTypesFormatter.SEEN);
                yield progress -> lines(gates.apply(project, seen));
            }
            case "take-out-gates" -> progress -> lines(gates.takeOut(project));
            default -> progress -> lines(enabled(project, progress));
        };
    }

    private String lines(List<Message> said) {
        return String.join("\n", texts.texts(said));
    }

    private List<Message> enabled(Project project, TaskProgress progress) {
        try {
            return enablement.enable(project, progress);
        } catch (ProjectEnablement.Refused refused) {
            throw new ProblemException(409, refused.obstacles());
        }
    }

    private Optional<UndoListView> undoList(Project project) {
        UndoList list = undo.list(project);
        return list.isEmpty() ? Optional.empty() : Optional.of(plans.undo(project.getKey(), list));
    }

    private SampleView sample(Project project, String context, ApplicationUser admin) {
        List<Issue> issues = samples.find(project);
        return new SampleView(project.getKey(), issues.stream()
                .map(issue -> new LinkView(texts.text("decision-gates.jira.sample.link", issue.getKey(), issue.getSummary()),
                        context + "/browse/" + issue.getKey(), "issue"))
                .toList(), issues.isEmpty() ? "" : texts.text(samples.hint(issues.get(0))), texts.texts(samples.used(project, admin)),
                issues.size() < SampleIssues.ALL);
    }

    /** Asks of those that are shown alone whether they are enabled: there may be thousands. */
    private List<ProjectChoiceView> choices(List<Project> found, String address) {
        List<Project> shown = ProjectSearch.page(found, 0, MAX_CHOICES);
        Set<Long> enabled = enablement.enabled(shown).stream().map(Project::getId).collect(Collectors.toSet());
        return shown.stream().map(project -> new ProjectChoiceView(project.getKey(), project.getName(),
                address + "?project=" + project.getKey(), enabled.contains(project.getId()))).toList();
    }

    private Optional<String> fault(BackgroundTask task) {
        return switch (task.state()) {
            case FAILED -> Optional.of(task.fault());
            case CANCELLED -> Optional.of(texts.text("decision-gates.jira.start.cancelled"));
            case LOST -> Optional.of(texts.text("decision-gates.jira.start.lost"));
            case QUEUED, RUNNING, DONE -> Optional.empty();
        };
    }

    /** What the address says is told only as long as it is so. */
    private List<String> deleted(FormPage form, Project project) {
        return project == null || form.isSubmitted() || form.parameter(DELETED).isEmpty() || !samples.find(project).isEmpty() ? List.of()
                : List.of(texts.text("decision-gates.jira.sample.gone"));
    }

    private List<String> done(BackgroundTask task) {
        return task.state() != State.DONE ? List.of()
                : tasks.result(task.id(), task.owner()).stream().flatMap(String::lines).toList();
    }
}
