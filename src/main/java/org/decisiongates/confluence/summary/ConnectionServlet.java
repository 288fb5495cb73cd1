package org.decisiongates.confluence.summary;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;

import org.decisiongates.confluence.link.JiraClient;
import org.decisiongates.confluence.link.LinkState;
import org.decisiongates.json.Json;
import org.decisiongates.web.AllowedMethods;

/**
 * Tells monitoring how the application links to Jira work, as the pages of this node have met them; asks Jira nothing. For administrators
 * of Confluence; it admits everybody, since an administrator need not have application access, and decides itself.
 */
@UnrestrictedAccess
public final class ConnectionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final AllowedMethods METHODS = AllowedMethods.of("GET");

    private final transient JiraClient jira;
    private final transient UserManager users;

    public ConnectionServlet(JiraClient jira, @Qualifier("salUserManager") UserManager users) {
        this.jira = jira;
        this.users = users;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (METHODS.admit(request, response)) {
            super.service(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UserKey reader = users.getRemoteUserKey();
        if (reader == null || !users.isAdmin(reader) && !users.isSystemAdmin(reader)) {
            response.sendError(reader == null ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(Json.write(Reply.of(jira.links())));
    }

    /**
     * How the links work.
     *
     * @param status ok, warning where a link is not asked that only some macros name, error where there is none for all others
     */
    record Reply(String status, List<Link> links) {

        static Reply of(List<LinkState> links) {
            boolean usable = links.stream().anyMatch(link -> link.primary() && link.refusal().isEmpty());
            boolean all = links.stream().allMatch(link -> link.refusal().isEmpty());
            return new Reply(!usable ? "error" : all ? "ok" : "warning", links.stream().map(Link::of).toList());
        }
    }

    /**
     * A link.
     *
     * @param state           answers, not-asked-yet, or why Jira is not asked now
     * @param answeredSeconds how many seconds ago Jira answered last
     */
    record Link(String link, boolean primary, String state, Optional<Long> answeredSeconds) {

        static Link of(LinkState link) {
            String state = link.refusal().map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .orElse(link.answered().isPresent() ? "answers" : "not-asked-yet");
            return new Link(link.link(), link.primary(), state, link.answered().map(Duration::toSeconds));
        }
    }
}
