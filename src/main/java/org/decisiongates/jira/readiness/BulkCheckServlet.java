package org.decisiongates.jira.readiness;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.search.BadQueryException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;
import org.decisiongates.jira.platform.web.UserAccess;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.task.BackgroundTask;

/** Takes the query of a bulk check, and leads to the page of the task. Without an annotation Jira lets in licensed people only. */
public final class BulkCheckServlet extends FormServlet<ApplicationUser> {

    private static final long serialVersionUID = 1L;
    static final String ADDRESS = "/plugins/servlet/decision-gates/bulk-check";
    private static final String TASK = "/plugins/servlet/decision-gates/tasks?id=";

    private final transient UserAccess users;
    private final transient BulkCheck check;
    private final transient JiraTexts texts;
    private final transient ApplicationProperties application;

    public BulkCheckServlet(FormPages pages, UserAccess users, BulkCheck check, JiraTexts texts, ApplicationProperties application) {
        super(pages);
        this.users = users;
        this.check = check;
        this.texts = texts;
        this.application = application;
    }

    @Override
    protected Optional<ApplicationUser> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return users.admit(request, response);
    }

    @Override
    protected void show(FormPage page, ApplicationUser caller, List<String> errors) throws IOException {
        List<LinkView> underWay = check.underWay(caller).stream()
                .map(task -> new LinkView(texts.text("decision-gates.readiness.check.under-way", task.title()), addressOf(task), "task"))
                .toList();
        page.render(new BulkCheckView(page.tokenName(), page.tokenValue(), application.getBaseUrl(UrlMode.RELATIVE) + ADDRESS, jql(page),
                errors, underWay), "/jira/readiness/bulk-check.vm");
    }

    @Override
    protected void submit(FormPage page, ApplicationUser caller) throws IOException {
        try {
            page.redirect(addressOf(check.start(jql(page), caller)));
        } catch (BadQueryException e) {
            page.status(HttpServletResponse.SC_BAD_REQUEST);
            show(page, caller, e.messages());
        } catch (ProblemException e) {
            page.status(e.status());
            show(page, caller, texts.texts(e.messages()));
        }
    }

    private String addressOf(BackgroundTask task) {
        return application.getBaseUrl(UrlMode.RELATIVE) + TASK + task.id();
    }

    private static String jql(FormPage page) {
        return Optional.ofNullable(page.sent("jql")).orElse("");
    }
}
