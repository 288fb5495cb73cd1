package org.decisiongates.sandbox.host.sal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.sandbox.host.web.Xsrf;

/** The two XSRF services, over the token of the core's filter. */
public final class SandboxXsrf {

    private SandboxXsrf() {
    }

    /** {@code XsrfTokenAccessor}. */
    public record Accessor() {

        public String getXsrfToken(HttpServletRequest request, HttpServletResponse response, boolean create) {
            String token = Xsrf.token(request);
            return token.isEmpty() ? null : token;
        }
    }

    /** {@code XsrfTokenValidator}. */
    public record Validator() {

        public boolean validateFormEncodedToken(HttpServletRequest request) {
            return Xsrf.carriesToken(request);
        }

        public String getXsrfParameterName() {
            return Xsrf.PARAMETER;
        }
    }
}
