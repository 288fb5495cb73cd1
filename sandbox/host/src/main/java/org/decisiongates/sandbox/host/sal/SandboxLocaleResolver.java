package org.decisiongates.sandbox.host.sal;

import java.util.Locale;

import com.atlassian.sal.api.user.UserKey;
import jakarta.servlet.ServletRequest;

import org.decisiongates.sandbox.host.web.RequestScope;

/** The language of the reader: what the browser asks for, else English. */
public record SandboxLocaleResolver(RequestScope requests) {

    public Locale getLocale() {
        return requests.current().filter(request -> request.getHeader("Accept-Language") != null).map(ServletRequest::getLocale)
                .orElse(Locale.UK);
    }

    public Locale getLocale(UserKey key) {
        return Locale.UK;
    }
}
