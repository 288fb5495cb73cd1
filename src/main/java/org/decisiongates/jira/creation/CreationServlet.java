package org.decisiongates.jira.creation;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;
import org.decisiongates.jira.platform.web.UserAccess;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.Message;

/**
 * Asks for an issue of the app for another one and has it created. A page of its own, which the script of the issue's page shows as a
 * dialog. Without an annotation Jira lets in licensed people only.
 */
public final class CreationServlet extends FormServlet<CreationServlet.Asked> {

    private static final long serialVersionUID = 1L;
    private static final String WEB_RESOURCE = "org.decisiongates.decision-gates:creation";
    private static final String ADDRESS = "/plugins/servlet/decision-gates/";
    private static final String ISSUE = "issue";
    /** Characters of what an address gives as a key that a page repeats. */
    private static final int MAX_KEY = 40;
    /** Key of the issue that was created, at the address of the page that says so. */
    private static final String CREATED = "created";
    private static final String TEMPLATE = "/jira/creation/creation.vm";
    private static final CreationOptionView NO_OTHER = new CreationOptionView("", "", false);

    private final transient UserAccess users;
    private final transient OwnIssueAccess issues;
    private final transient CreationProjects projects;
    private final transient CreationForms forms;
    private final transient OwnIssueTypes types;
    private final transient IssueLinkManager links;
    private final transient JiraTexts texts;
    private final transient ApplicationProperties application;

    public CreationServlet(FormPages pages, UserAccess users, OwnIssueAccess issues, CreationProjects projects, CreationForms forms,
            OwnIssueTypes types, IssueLinkManager links, JiraTexts texts, ApplicationProperties application) {
        super(pages, WEB_RESOURCE);
        this.users = users;
        this.issues = issues;
        this.projects = projects;
        this.forms = forms;
        this.types = types;
        this.links = links;
        this.texts = texts;
        this.application = application;
    }

    /** An issue that the caller may not see does not tell whether it exists. */
    @Override
    protected Optional<Asked> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ApplicationUser> caller = users.admit(request, response);
        if (caller.isEmpty()) {
            return Optional.empty();
        }
        Optional<CreationForm> form = forms.at(request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse(""));
        String key = Optional.ofNullable(request.getParameter(ISSUE)).orElse("").strip();
        Optional<Issue> about = form.flatMap(any -> issues.visible(key));
        if (about.isEmpty()) {
            refuse(HttpServletResponse.SC_NOT_FOUND, key.isEmpty() ? Message.of("decision-gates.jira.creation.no-issue-given")
                    : Message.of("decision-gates.jira.creation.no-such-issue", Abbreviation.ofCharacters(key, MAX_KEY)), response);
            return Optional.empty();
        }
        if (!projects.mayLink(about.get(), caller.get())) {
            refuse(HttpServletResponse.SC_FORBIDDEN, Message.of("decision-gates.jira.creation.may-not-link", about.get().getKey()),
                    response);
            return Optional.empty();
        }
        return Optional.of(new Asked(form.orElseThrow(), caller.get(), about.get()));
    }

    @Override
    protected void show(FormPage page, Asked asked, List<String> errors) throws IOException {
        Optional<Issue> created = page.isSubmitted() ? Optional.empty() : created(page.parameter(CREATED), asked);
        if (created.isPresent()) {
            page.render(view(page, asked, new Outcome(Map.of(), List.of(), List.of(link(CREATED, created.get().getKey())),
                    texts.text("decision-gates.jira.creation.linked", asked.about().getKey()), NO_OTHER), List.of(), List.of()), TEMPLATE);
        } else {
            CreationFormValues typed = typed(page, asked.form());
            render(page, asked, page.isSubmitted() ? typed : asked.form().prefilled(asked.about(), asked.caller(), typed),
                    new Outcome(Map.of(), errors, List.of(), "", NO_OTHER));
        }
    }

    /** What the caller has just created: the address alone does not make the page say so of any issue. */
    private Optional<Issue> created(String key, Asked asked) {
        return key.isEmpty() ? Optional.empty()
                : issues.visible(key)
                        .filter(issue -> asked.caller().equals(issue.getReporter())
                                && types.of(issue).filter(asked.form().type()::equals).isPresent()
                                && IdempotentIssueCreation.linked(links, issue).contains(asked.about().getId()));
    }

    @Override
    protected void submit(FormPage page, Asked asked) throws IOException {
        CreationFormValues typed = typed(page, asked.form());
        try {
            CreatedIssue issue = asked.form().creator().create(asked.about(), typed, asked.caller());
            if (issue.created() && issue.undone().isEmpty()) {
                page.redirect(address(asked.form()) + "?" + ISSUE + "=" + asked.about().getKey() + "&" + CREATED + "=" + issue.key());
            } else {
                render(page, asked, typed, outcome(issue));
            }
        } catch (RefusedCreationException e) {
            page.status(HttpServletResponse.SC_BAD_REQUEST);
            render(page, asked, typed, new Outcome(e.errors(), e.messages(), List.of(), "", NO_OTHER));
        }
    }

    private Outcome outcome(CreatedIssue issue) {
        List<LinkView> found = List.of(link(issue.created() ? CREATED : "found", issue.key()));
        return issue.undone().isEmpty()
                ? new Outcome(Map.of(), List.of(), found, texts.text("decision-gates.jira.creation.found-why"),
                        new CreationOptionView(issue.key(), texts.text("decision-gates.jira.creation.another"), false))
                : new Outcome(Map.of(), texts.texts(issue.undone()), found, texts.text("decision-gates.jira.creation.again"), NO_OTHER);
    }

    private void render(FormPage page, Asked asked, CreationFormValues typed, Outcome outcome) throws IOException {
        CreationForm form = asked.form();
        List<Project> choices = projects.choices(asked.about(), asked.caller());
        page.render(choices.isEmpty()
                ? view(page, asked, outcome.saying(texts.text(form.wording().noProject(), asked.about().getProjectObject().getKey())),
                        List.of(), List.of())
                : view(page, asked, outcome, form.asked(asked.about(), asked.caller(), typed, choices, outcome.errors()),
                        form.more(typed, outcome.errors())),
                TEMPLATE);
    }

    private CreationFormView view(FormPage page, Asked asked, Outcome outcome, List<CreationInputView> inputs,
            List<CreationInputView> more) {
        String key = asked.about().getKey();
        CreationForm.Wording wording = asked.form().wording();
        return new CreationFormView(page.tokenName(), page.tokenValue(), texts.text(wording.title()), texts.text(wording.heading(), key),
                address(asked.form()), key, new LinkView(texts.text("decision-gates.jira.creation.back", key), addressOf(key), ISSUE),
                outcome.messages(), outcome.found(), outcome.note(), outcome.another(), !page.isSubmitted(), inputs,
                texts.text(wording.legend()), more);
    }

    /** Leads to an issue and says what became of it. */
    private LinkView link(String outcome, String key) {
        return new LinkView(texts.text("decision-gates.jira.creation." + outcome, key), addressOf(key), outcome);
    }

    private static CreationFormValues typed(FormPage page, CreationForm form) {
        Map<CreationInput, String> typed = new HashMap<>();
        for (CreationInput input : form.inputs()) {
            typed.put(input, page.parameter(input.key()));
        }
        return new CreationFormValues(typed);
    }

    private String address(CreationForm form) {
        return application.getBaseUrl(UrlMode.RELATIVE) + ADDRESS + form.path();
    }

    private String addressOf(String key) {
        return application.getBaseUrl(UrlMode.RELATIVE) + "/browse/" + key;
    }

    /** Who asks, for what, and for which issue. */
    record Asked(CreationForm form, ApplicationUser caller, Issue about) {
    }

    /** What is said of what was asked. */
    private record Outcome(Map<CreationInput, String> errors, List<String> messages, List<LinkView> found, String note,
            CreationOptionView another) {

        Outcome saying(String message) {
            return new Outcome(errors, List.of(message), found, note, another);
        }
    }
}
