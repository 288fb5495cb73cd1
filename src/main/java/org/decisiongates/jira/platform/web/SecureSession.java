package org.decisiongates.jira.platform.web;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The one rule for what changes schemes and workflows, on the page and over REST (ADR-0035): where Jira has secure administrator sessions,
 * a caller with a session has just confirmed the password. A call that names no session and carries its own credentials has none
 * to steal, and none to confirm.
 */
@JiraComponent
public class SecureSession {

    private final WebSudoManager webSudo;

    SecureSession(WebSudoManager webSudo) {
        this.webSudo = webSudo;
    }

    /** Whether the call may change schemes, as far as this goes; that the caller administers Jira is another question. */
    public boolean isConfirmed(HttpServletRequest request) {
        // a session can be named in the address, too
        if (request.getHeader("Cookie") == null && request.getRequestedSessionId() == null && request.getHeader("Authorization") != null) {
            return true;
        }
        try {
            webSudo.willExecuteWebSudoRequest(request);
            return true;
        } catch (WebSudoSessionException e) {
            return false;
        }
    }

    /** Has Jira ask for the password; the response is then complete. */
    public void ask(HttpServletRequest request, HttpServletResponse response) {
        webSudo.enforceWebSudoProtection(request, response);
    }
}
