package org.decisiongates.jira.blocker;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;
import org.decisiongates.jira.platform.web.UserAccess;
import org.decisiongates.page.view.LinkView;

/**
 * Asks for a Blocker of an issue and raises it. A page of its own, which the script of the issue's page shows as a dialog. Without an
 * annotation Jira lets in licensed people only.
 */
public final class RaiseBlockerServlet extends FormServlet<RaiseBlockerServlet.Asked> {

    private static final long serialVersionUID = 1L;
    private static final String ADDRESS = "/plugins/servlet/decision-gates/raise-blocker";
    private static final String ISSUE = "issue";
    private static final String TEMPLATE = "/jira/blocker/raise-blocker.vm";

    private final transient UserAccess users;
    private final transient OwnIssueAccess issues;
    private final transient BlockerService blockers;
    private final transient BlockingLinks links;
    private final transient BlockerFormFormatter formatter;
    private final transient JiraTexts texts;
    private final transient ApplicationProperties application;

    public RaiseBlockerServlet(FormPages pages, UserAccess users, OwnIssueAccess issues, BlockerService blockers, BlockingLinks links,
            BlockerFormFormatter formatter, JiraTexts texts, ApplicationProperties application) {
        super(pages);
        this.users = users;
        this.issues = issues;
        this.blockers = blockers;
        this.links = links;
        this.formatter = formatter;
        this.texts = texts;
        this.application = application;
    }

    /** An issue that the caller may see does not tell whether another one exists. */
    @Override
    protected Optional<Asked> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ApplicationUser> caller = users.admit(request, response);
        if (caller.isEmpty()) {
            return Optional.empty();
        }
        Optional<Issue> blocked = Optional.ofNullable(request.getParameter(ISSUE)).flatMap(issues::visible);
        if (blocked.isEmpty() || !blockers.mayLink(blocked.get(), caller.get())) {
            response.setHeader("Cache-Control", "no-store");
            response.sendError(blocked.isEmpty() ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN);
            return Optional.empty();
        }
        return Optional.of(new Asked(caller.get(), blocked.get()));
    }

    @Override
    protected void show(FormPage page, Asked asked, List<String> errors) throws IOException {
        BlockerDraft draft = page.isSubmitted() ? typed(page) : formatter.prefilled(asked.blocked());
        render(page, asked, draft, Map.of(), errors, List.of());
    }

    @Override
    protected void submit(FormPage page, Asked asked) throws IOException {
        BlockerDraft draft = typed(page);
        try {
            RaisedBlocker raised = blockers.raise(asked.blocked(), draft, asked.caller());
            if (raised.undone().isEmpty()) {
                page.redirect(addressOf(asked.blocked().getKey()));
            } else {
                render(page, asked, draft, Map.of(), texts.texts(raised.undone()),
                        List.of(new LinkView(texts.text("decision-gates.jira.blocker.raised", raised.key()), addressOf(raised.key()),
                                "blocker")));
            }
        } catch (RefusedBlockerException e) {
            page.status(HttpServletResponse.SC_BAD_REQUEST);
            render(page, asked, draft, e.errors(), e.messages(), List.of());
        }
    }

    private void render(FormPage page, Asked asked, BlockerDraft draft, Map<BlockerInput, String> errors, List<String> messages,
            List<LinkView> raised) throws IOException {
        String key = asked.blocked().getKey();
        List<Project> projects = blockers.projects(asked.blocked(), asked.caller());
        boolean none = projects.isEmpty();
        page.render(new RaiseBlockerView(page.tokenName(), page.tokenValue(), application.getBaseUrl(UrlMode.RELATIVE) + ADDRESS, key,
                new LinkView(texts.text("decision-gates.jira.blocker.back", key), addressOf(key), ISSUE),
                none ? List.of(texts.text("decision-gates.jira.blocker.no-project", asked.blocked().getProjectObject().getKey()))
                        : messages,
                raised, none ? List.of() : formatter.inputs(asked.blocked(), draft, projects, links.choices(), errors),
                none ? List.of() : formatter.plan(draft, errors)), TEMPLATE);
    }

    private static BlockerDraft typed(FormPage page) {
        Map<BlockerInput, String> typed = new EnumMap<>(BlockerInput.class);
        for (BlockerInput input : BlockerInput.values()) {
            typed.put(input, page.parameter(input.key()));
        }
        return new BlockerDraft(typed);
    }

    private String addressOf(String key) {
        return application.getBaseUrl(UrlMode.RELATIVE) + "/browse/" + key;
    }

    /** Who asks, and for which issue. */
    record Asked(ApplicationUser caller, Issue blocked) {
    }
}
