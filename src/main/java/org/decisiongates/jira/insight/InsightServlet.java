package org.decisiongates.jira.insight;

import java.io.IOException;

import com.atlassian.annotations.security.UnrestrictedAccess;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.web.AdminAccess;
import org.decisiongates.web.AllowedMethods;

/**
 * Serves the insight over all of Jira. Without an annotation Jira would let in licensed people only, and an administrator need not have
 * application access: it admits everybody, and {@link AdminAccess} decides.
 */
@UnrestrictedAccess
public final class InsightServlet extends HttpServlet {

    private static final AllowedMethods METHODS = AllowedMethods.of("GET");

    /** Has Jira lay the page out as one of administration. */
    private static final String HEAD = "<html><head><meta name=\"decorator\" content=\"atl.admin\"><title>";
    private static final String BODY = "</title></head><body>";
    private static final String FOOT = "</body></html>";

    private final transient AdminAccess door;
    private final transient InsightPage page;

    public InsightServlet(AdminAccess door, InsightPage page) {
        this.door = door;
        this.page = page;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (METHODS.admit(request, response)) {
            super.service(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (door.admit(request, response).isEmpty()) {
            return;
        }
        String body = page.html(request::getParameter);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(HEAD + page.title() + BODY + body + FOOT);
    }
}
