package org.decisiongates.sandbox.jira.web.frame;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.web.Xsrf;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.UserRow;

/** Reads a request into a visit: the logged-in person and the form token come from the core's filters. */
public final class Visits {

    private final Box box;
    private final SandboxJira jira;

    public Visits(Box box, SandboxJira jira) {
        this.box = box;
        this.jira = jira;
    }

    public Visit of(HttpServletRequest request) {
        Optional<UserRow> user = box.currentUser().key().flatMap(key -> jira.users().byKey(key));
        return new Visit(request, jira, user, Xsrf.token(request));
    }
}
