package org.decisiongates.jira.platform.web;

import java.net.URI;

import com.atlassian.sal.api.auth.LoginUriProvider;
import jakarta.servlet.http.HttpServletRequest;

/** Where people log in who have to before they see a page, and from where they come back to it. */
public final class LoginAddress {

    private LoginAddress() {
    }

    /** @param request what was asked for, and is asked for again behind the login, with its query */
    public static String of(HttpServletRequest request, LoginUriProvider login) {
        String page = request.getRequestURL().toString();
        URI back;
        try {
            back = URI.create(request.getQueryString() == null ? page : page + "?" + request.getQueryString());
        } catch (IllegalArgumentException e) {
            // servers let characters pass that no address may have
            back = URI.create(page);
        }
        return login.getLoginUri(back).toASCIIString();
    }
}
