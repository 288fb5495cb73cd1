package org.decisiongates.jira.audit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.web.AdminAccess;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;

/**
 * Serves the page on which a person is erased. An administrator need not have application access: it admits everybody, and
 * {@link AdminAccess} decides, which also asks for a confirmed session.
 */
@UnrestrictedAccess
public final class ErasureServlet extends FormServlet<ApplicationUser> {

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "/jira/audit/erasure.vm";

    private final transient AdminAccess door;
    private final transient ErasurePage page;

    public ErasureServlet(FormPages pages, AdminAccess door, ErasurePage page) {
        super(pages, "org.decisiongates.decision-gates:audit");
        this.door = door;
        this.page = page;
    }

    @Override
    protected Optional<ApplicationUser> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return door.admit(request, response);
    }

    @Override
    protected void show(FormPage form, ApplicationUser admin, List<String> errors) throws IOException {
        form.render(page.empty(form.tokenName(), form.tokenValue(), errors), TEMPLATE);
    }

    @Override
    protected void submit(FormPage form, ApplicationUser admin) throws IOException {
        form.render(page.submitted(form.tokenName(), form.tokenValue(), form::sent), TEMPLATE);
    }
}
