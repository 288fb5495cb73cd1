package org.decisiongates.jira.owner;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.project.Project;

import org.decisiongates.jira.platform.project.OwnerActionHours;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.ProjectAdminAccess;
import org.decisiongates.jira.platform.web.ProjectFormServlet;
import org.decisiongates.time.BusinessHours;

/**
 * Serves the page on which administrators of a project say whether owner and assignee are kept the same. It admits everybody, as an
 * administrator of Jira need not have application access, and {@link ProjectAdminAccess} decides.
 */
@UnrestrictedAccess
public final class OwnerServlet extends ProjectFormServlet {

    private static final long serialVersionUID = 1L;
    static final String ADDRESS = "/plugins/servlet/decision-gates/owner";
    /** Whom a button of the page makes both of an issue. */
    private static final String OWNER = "owner";
    private static final String ASSIGNEE = "assignee";
    private static final String HOURS = "hours";

    private final transient OwnerChoices choices;
    private final transient OwnerActionHours hours;
    private final transient OwnerDifferences differences;
    private final transient OwnerPageFormatter formatter;
    private final transient JiraTexts texts;

    public OwnerServlet(FormPages pages, ProjectAdminAccess door, OwnerChoices choices, OwnerActionHours hours,
            OwnerDifferences differences, OwnerPageFormatter formatter, JiraTexts texts) {
        super(pages, door, "org.decisiongates.decision-gates:table");
        this.choices = choices;
        this.hours = hours;
        this.differences = differences;
        this.formatter = formatter;
        this.texts = texts;
    }

    @Override
    protected void show(FormPage page, Optional<Project> named, List<String> errors) throws IOException {
        boolean isSaved = named.isPresent() && !page.isSubmitted() && !page.parameter("saved").isEmpty();
        show(page, named, errors, isSaved ? List.of(texts.text("decision-gates.owner.saved")) : List.of());
    }

    private void show(FormPage page, Optional<Project> named, List<String> errors, List<String> done) throws IOException {
        Stream<String> unnamed = named.isPresent() ? Stream.empty() : Stream.of(texts.text("decision-gates.jira.rest.no-project-given"));
        page.render(new OwnerPageView(page.tokenName(), page.tokenValue(), page.contextPath() + ADDRESS,
                named.map(Project::getKey).orElse(""), named.map(Project::getName).orElse(""),
                named.filter(project -> choices.of(project).isSame()).isPresent(), named.map(choices::madeBy).orElse(List.of()),
                hours(page, named),
                named.map(project -> formatter.view(project, page.contextPath())).orElse(List.of()),
                Stream.concat(unnamed, errors.stream()).toList(), done), "/jira/owner/owner.vm");
    }

    @Override
    protected void submit(FormPage page, Optional<Project> named) throws IOException {
        String settled = page.parameter("settle");
        if (named.isPresent() && List.of(OWNER, ASSIGNEE).contains(settled)) {
            List<OwnerDifferences.Settled> all = differences.settle(named.get(),
                    Arrays.asList(page.parameters().getOrDefault("issue", new String[0])), settled.equals(OWNER));
            show(page, named, formatter.refusals(all), List.of(formatter.done(all)));
            return;
        }
        if (named.isPresent() && !page.parameter(HOURS).isEmpty()) {
            chooseHours(page, named.get());
            return;
        }
        String chosen = page.parameter("owner");
        if (named.isEmpty() || !List.of(OwnerResource.SAME, OwnerResource.APART).contains(chosen)) {
            show(page, named, named.isEmpty() ? List.of() : List.of(texts.text("decision-gates.owner.nothing-chosen")));
            return;
        }
        choices.choose(named.get(), chosen.equals(OwnerResource.SAME));
        saved(page, named.get());
    }

    private void chooseHours(FormPage page, Project project) throws IOException {
        Optional<BusinessHours> typed = hours.hours(page.parameter("from"), page.parameter("to"));
        boolean isBusiness = page.parameter(HOURS).equals(OwnerActionHoursResource.BUSINESS);
        if (isBusiness && typed.isEmpty()) {
            show(page, Optional.of(project), List.of(texts.text("decision-gates.owner.hours.wrong")));
            return;
        }
        hours.choose(project, typed.filter(own -> isBusiness));
        saved(page, project);
    }

    private static void saved(FormPage page, Project project) throws IOException {
        page.redirect(page.contextPath() + ADDRESS + "?project=" + project.getKey() + "&saved=true");
    }

    /** What is chosen; after a mistake, what was typed. */
    private OwnerActionHoursView hours(FormPage page, Optional<Project> named) {
        boolean isTyped = page.isSubmitted() && !page.parameter(HOURS).isEmpty();
        Optional<BusinessHours> chosen = named.flatMap(project -> hours.of(project.getId()));
        return new OwnerActionHoursView(isTyped ? page.parameter(HOURS).equals(OwnerActionHoursResource.BUSINESS) : chosen.isPresent(),
                isTyped ? page.parameter("from") : chosen.map(own -> own.from().toString()).orElse("09:00"),
                isTyped ? page.parameter("to") : chosen.map(own -> own.to().toString()).orElse("17:00"), hours.zone(),
                named.map(hours::changedBy).orElse(List.of()));
    }
}
