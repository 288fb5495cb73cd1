package org.decisiongates.sandbox.host.sal;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.sandbox.host.web.ConfirmPage;

/**
 * Secure administrator sessions, as the products have them until somebody switches them off: a session is refused until its password was
 * confirmed, and so is a request without a session, since nothing public says how the products treat one. A confirmation lasts as long as
 * the session, not ten minutes.
 */
public final class SandboxWebSudo {

    public void enforceWebSudoProtection(HttpServletRequest request, HttpServletResponse response) {
        try {
            response.sendRedirect(ConfirmPage.address(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void willExecuteWebSudoRequest(HttpServletRequest request) {
        if (!ConfirmPage.isConfirmed(request)) {
            throw new WebSudoSessionException();
        }
    }
}
