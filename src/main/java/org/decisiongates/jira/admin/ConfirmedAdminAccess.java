package org.decisiongates.jira.admin;

import java.io.IOException;
import java.io.InputStream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import jakarta.servlet.http.HttpServletRequest;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.jira.platform.rest.Xsrf;
import org.decisiongates.jira.platform.web.SecureSession;

/** Admits calls that change the configuration of Jira and whose body says nothing. */
@JiraComponent
public class ConfirmedAdminAccess {

    private final Access access;
    private final SecureSession session;

    public ConfirmedAdminAccess(Access access, SecureSession session) {
        this.access = access;
        this.session = session;
    }

    /**
     * Refuses whoever does not administer Jira, a session that is not a confirmed one (ADR-0035), a call that another page may have forged,
     * and a body that is no JSON.
     *
     * @throws ProblemException 401, 403, 413 or 415
     */
    void require(HttpServletRequest request, InputStream body) throws IOException {
        Xsrf.check(request);
        access.requireAdmin();
        RequestBody.requireJson(request.getContentType());
        RequestBody.requireEmptyOrJson(body);
        if (!session.isConfirmed(request)) {
            throw new ProblemException(403, "decision-gates.jira.rest.not-confirmed",
                    request.getContextPath() + "/plugins/servlet/decision-gates/admin");
        }
    }
}
