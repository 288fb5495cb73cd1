package org.decisiongates.jira.admin;

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
 * Serves the administrator's page; what it shows and does is {@link AdminPage}'s. Without an annotation Jira would let in licensed people
 * only, and an administrator need not have application access: it admits everybody, and {@link AdminAccess} decides.
 */
@UnrestrictedAccess
public final class AdminServlet extends FormServlet<ApplicationUser> {

    private static final long serialVersionUID = 1L;

    private final transient AdminAccess door;
    private final transient AdminPage page;

    public AdminServlet(FormPages pages, AdminAccess door, AdminPage page) {
        super(pages, "org.decisiongates.decision-gates:table");
        this.door = door;
        this.page = page;
    }

    @Override
    protected Optional<ApplicationUser> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return door.admit(request, response);
    }

    @Override
    protected void show(FormPage form, ApplicationUser admin, List<String> errors) throws IOException {
        render(form, FormOutcome.refused(errors));
    }

    @Override
    protected void submit(FormPage form, ApplicationUser admin) throws IOException {
        render(form, outcome(form));
    }

    private FormOutcome outcome(FormPage form) {
        if (form.sent("set-up") != null) {
            return page.completeSetUp();
        }
        if (form.sent("upgrade") != null) {
            return page.upgrade();
        }
        if (form.sent("undo-upgrade") != null) {
            return page.takeBackUpgrade();
        }
        return form.sent("rename-owner") != null ? page.renameOwner() : page.enable(form.sent("project"));
    }

    private void render(FormPage form, FormOutcome outcome) throws IOException {
        form.render(page.view(form, outcome), "/jira/admin/admin.vm", "/jira/admin/upgrade.vm");
    }
}
