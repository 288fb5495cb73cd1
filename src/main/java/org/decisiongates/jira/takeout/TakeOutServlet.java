package org.decisiongates.jira.takeout;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.project.Project;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.ProjectAdminAccess;
import org.decisiongates.jira.platform.web.ProjectFormServlet;
import org.decisiongates.jira.task.TaskFormatter;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;

/**
 * Serves the page of a project on which its administrators take out what it holds, and the page without a project, on which system
 * administrators take out all of them. Without an annotation Jira lets in licensed people
 * only.
 */
public final class TakeOutServlet extends ProjectFormServlet {

    private static final long serialVersionUID = 1L;
    private static final String ADDRESS = "/plugins/servlet/decision-gates/take-out";
    private static final String FILE = "/rest/decision-gates/1.0/take-out/";

    private final transient TakeOutService takeOuts;
    private final transient TaskFormatter tasks;
    private final transient JiraTexts texts;

    public TakeOutServlet(FormPages pages, ProjectAdminAccess door, TakeOutService takeOuts, TaskFormatter tasks, JiraTexts texts) {
        super(pages, door, "org.decisiongates.decision-gates:task");
        this.takeOuts = takeOuts;
        this.tasks = tasks;
        this.texts = texts;
    }

    @Override
    protected void show(FormPage page, Optional<Project> named, List<String> errors) throws IOException {
        Optional<BackgroundTask> ended = takeOuts.find(page.parameter("task")).filter(task -> task.state().isOver());
        boolean whole = named.isEmpty() && takeOuts.mayTakeAll();
        String project = named.map(Project::getKey).orElse("");
        boolean isGone = !page.parameter("task").isEmpty() && takeOuts.find(page.parameter("task")).isEmpty();
        Stream<String> unnamed = named.isPresent() || whole ? Stream.empty()
                : Stream.of(texts.text("decision-gates.jira.rest.no-project-given"));
        page.render(new TakeOutView(page.tokenName(), page.tokenValue(), page.contextPath() + ADDRESS, whole,
                project, named.map(Project::getName).orElse(""),
                ended.filter(TakeOutService::isInterrupted).map(BackgroundTask::id).orElse(""),
                Stream.of(unnamed, errors.stream(), ended.flatMap(this::fault).stream(),
                        isGone ? Stream.of(texts.text("decision-gates.takeout.gone")) : Stream.<String>empty()).flatMap(some -> some)
                        .toList(),
                takeOuts.underWay().map(tasks::progress).stream().toList(),
                ended.filter(task -> task.state() == State.DONE).map(task -> new LinkView(texts.text("decision-gates.takeout.file"),
                        page.contextPath() + FILE + task.id(), "file")).stream().toList(),
                named.isPresent() || whole ? takeOuts.kept(project).stream().map(task -> kept(page, task)).toList() : List.of(),
                texts.text("decision-gates.takeout.kept", TakeOutService.KEPT.ofPerson(), TakeOutService.KEPT.ofAll(),
                        TakeOutService.KEPT.roomOfPerson() / 1_000_000)),
                "/jira/takeout/take-out.vm");
    }

    @Override
    protected void submit(FormPage page, Optional<Project> named) throws IOException {
        if (named.isEmpty() && !takeOuts.mayTakeAll()) {
            show(page, named, List.of());
            return;
        }
        String earlier = page.parameter("earlier");
        try {
            page.redirect(tasks.takeOutPage(named.isEmpty() ? takeOuts.startAll(earlier) : takeOuts.start(named.get().getKey(), earlier)));
        } catch (ProblemException e) {
            page.status(e.status());
            show(page, named, texts.texts(e.messages()));
        }
    }

    private LinkView kept(FormPage page, BackgroundTask task) {
        return new LinkView(takeOuts.fileName(task), page.contextPath() + FILE + task.id(), "kept");
    }

    private Optional<String> fault(BackgroundTask task) {
        return switch (task.state()) {
            case FAILED -> Optional.of(task.fault());
            case CANCELLED -> Optional.of(texts.text("decision-gates.takeout.cancelled"));
            case LOST -> Optional.of(texts.text("decision-gates.takeout.lost"));
            case QUEUED, RUNNING, DONE -> Optional.empty();
        };
    }
}
