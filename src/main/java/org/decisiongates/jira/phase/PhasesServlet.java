package org.decisiongates.jira.phase;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.project.Project;

import org.decisiongates.issue.PhaseProposal;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.ProjectAdminAccess;
import org.decisiongates.jira.platform.web.ProjectFormServlet;
import org.decisiongates.timeline.Change.Kind;

/**
 * Serves the page on which administrators of a project say which phases its statuses stand for. It admits everybody, as an administrator
 * of Jira need not have application access, and {@link ProjectAdminAccess} decides.
 */
@UnrestrictedAccess
public final class PhasesServlet extends ProjectFormServlet {

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "/jira/phase/phases.vm";
    private static final String ADDRESS = "/plugins/servlet/decision-gates/phases";

    private final transient PhaseMapService service;
    private final transient PhasesFormatter formatter;
    private final transient JiraTexts texts;

    public PhasesServlet(FormPages pages, ProjectAdminAccess door, PhaseMapService service, PhasesFormatter formatter,
            JiraTexts texts) {
        super(pages, door, "org.decisiongates.decision-gates:table");
        this.service = service;
        this.formatter = formatter;
        this.texts = texts;
    }

    @Override
    protected void show(FormPage page, Optional<Project> named, List<String> errors) throws IOException {
        if (named.isEmpty()) {
            page.render(PhasesFormatter.ofNoProject(page, texts.text("decision-gates.jira.rest.no-project-given")), TEMPLATE);
            return;
        }
        boolean isSaved = !page.isSubmitted() && !page.parameter("saved").isEmpty();
        render(page, named.get(), page.isSubmitted() ? status -> chosen(page, status) : StatusOfType::phase, errors,
                isSaved ? List.of(texts.text("decision-gates.phase.saved")) : List.of());
    }

    private void render(FormPage page, Project project, Function<StatusOfType, Optional<String>> chosen, List<String> errors,
            List<String> done) throws IOException {
        page.render(formatter.view(page, page.contextPath() + ADDRESS, project,
                page.isSubmitted() ? revision(page) : service.map(project).revision(), service.changed(project), service.statuses(project),
                chosen, errors, done),
                TEMPLATE);
    }

    /** Stores what is chosen; or only fills in what is proposed, for somebody to look at. */
    @Override
    protected void submit(FormPage page, Optional<Project> named) throws IOException {
        if (named.isEmpty()) {
            show(page, named, List.of());
            return;
        }
        Project project = named.get();
        if (page.parameter("do").equals("propose")) {
            render(page, project, status -> chosen(page, status).or(() -> status.proposal().map(PhaseProposal::phase)), List.of(),
                    List.of(texts.text("decision-gates.phase.filled-in")));
            return;
        }
        try {
            service.save(project, revision(page), chosen(page, project));
            page.redirect(page.contextPath() + ADDRESS + "?project=" + project.getKey() + "&saved=true");
        } catch (ProblemException e) {
            page.status(e.status());
            show(page, named, texts.texts(e.messages()));
        }
    }

    private static int revision(FormPage page) {
        String given = page.parameter("revision");
        // what no page has sent is based on nothing
        return given.matches("[0-9]{1,9}") ? Integer.parseInt(given) : -1;
    }

    private Map<Kind, Map<String, String>> chosen(FormPage page, Project project) {
        Map<Kind, Map<String, String>> phases = new TreeMap<>();
        service.statuses(project).stream().filter(status -> !status.isOwn()).forEach(status -> chosen(page, status)
                .ifPresent(phase -> phases.computeIfAbsent(status.type().kind(), kind -> new TreeMap<>()).put(status.id(), phase)));
        return phases;
    }

    private static Optional<String> chosen(FormPage page, StatusOfType status) {
        return Optional.of(page.parameter(PhasesFormatter.input(status))).filter(phase -> !phase.isEmpty());
    }
}
