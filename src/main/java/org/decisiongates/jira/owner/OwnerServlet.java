package org.decisiongates.jira.owner;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.project.Project;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;
import org.decisiongates.jira.platform.web.ProjectAdminAccess;

/**
 * Serves the page on which administrators of a project say whether owner and assignee are kept the same. It admits everybody, as an
 * administrator of Jira need not have application access, and {@link ProjectAdminAccess} decides.
 */
@UnrestrictedAccess
public final class OwnerServlet extends FormServlet<Optional<Project>> {

    private static final long serialVersionUID = 1L;
    private static final String ADDRESS = "/plugins/servlet/decision-gates/owner";

    private final transient ProjectAdminAccess door;
    private final transient OwnerChoices choices;
    private final transient JiraTexts texts;

    public OwnerServlet(FormPages pages, ProjectAdminAccess door, OwnerChoices choices, JiraTexts texts) {
        super(pages);
        this.door = door;
        this.choices = choices;
        this.texts = texts;
    }

    @Override
    protected Optional<Optional<Project>> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return door.admit(request, response);
    }

    @Override
    protected void show(FormPage page, Optional<Project> named, List<String> errors) throws IOException {
        Stream<String> unnamed = named.isPresent() ? Stream.empty() : Stream.of(texts.text("decision-gates.jira.rest.no-project-given"));
        boolean isSaved = named.isPresent() && !page.isSubmitted() && !page.parameter("saved").isEmpty();
        page.render(new OwnerPageView(page.tokenName(), page.tokenValue(), page.contextPath() + ADDRESS,
                named.map(Project::getKey).orElse(""), named.map(Project::getName).orElse(""),
                named.filter(project -> choices.of(project).isSame()).isPresent(), named.map(choices::madeBy).orElse(List.of()),
                Stream.concat(unnamed, errors.stream()).toList(),
                isSaved ? List.of(texts.text("decision-gates.owner.saved")) : List.of()), "/jira/owner/owner.vm");
    }

    @Override
    protected void submit(FormPage page, Optional<Project> named) throws IOException {
        String chosen = page.parameter("owner");
        if (named.isEmpty() || !List.of(OwnerResource.SAME, OwnerResource.APART).contains(chosen)) {
            show(page, named, named.isEmpty() ? List.of() : List.of(texts.text("decision-gates.owner.nothing-chosen")));
            return;
        }
        Project project = named.get();
        choices.choose(project, chosen.equals(OwnerResource.SAME));
        page.redirect(page.contextPath() + ADDRESS + "?project=" + project.getKey() + "&saved=true");
    }
}
