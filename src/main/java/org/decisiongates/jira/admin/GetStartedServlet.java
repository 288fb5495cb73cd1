package org.decisiongates.jira.admin;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.AdminAccess;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;

/**
 * Serves the page <em>Get started</em>; what it shows and does is {@link GetStartedPage}'s. An administrator need not have application
 * access: it admits everybody, and {@link AdminAccess} decides, which also asks for a confirmed session.
 */
@UnrestrictedAccess
public final class GetStartedServlet extends FormServlet<ApplicationUser> {

    private static final long serialVersionUID = 1L;
    private static final String[] TEMPLATES = {"/jira/admin/get-started.vm", "/jira/admin/types.vm", "/jira/admin/gates.vm",
            "/jira/admin/sample.vm",
            "/jira/admin/undo-list.vm"};

    private final transient AdminAccess door;
    private final transient GetStartedPage page;
    private final transient JiraTexts texts;

    public GetStartedServlet(FormPages pages, AdminAccess door, GetStartedPage page, JiraTexts texts) {
        super(pages, "org.decisiongates.decision-gates:get-started");
        this.door = door;
        this.page = page;
        this.texts = texts;
    }

    @Override
    protected Optional<ApplicationUser> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return door.admit(request, response);
    }

    @Override
    protected void show(FormPage form, ApplicationUser admin, List<String> errors) throws IOException {
        form.render(page.view(form, admin, errors), TEMPLATES);
    }

    /** Starts to enable the project, and leads to how far that is. */
    @Override
    protected void submit(FormPage form, ApplicationUser admin) throws IOException {
        try {
            form.redirect(page.start(form, admin));
        } catch (ProblemException e) {
            show(form, admin, texts.texts(e.messages()));
        }
    }
}
