package org.decisiongates.sandbox.host.sal;

import com.atlassian.sal.api.user.UserKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.decisiongates.sandbox.host.web.RequestScope;

/** The language of the reader: what the browser asks for, else English. */
public record SandboxLocaleResolver(RequestScope requests) {

    public Locale getLocale(HttpServletRequest request) {
        return request == null || request.getHeader("Accept-Language") == null ? getApplicationLocale() : request.getLocale();
    }

    public Locale getLocale() {
        return getLocale(requests.current().orElse(null));
    }

    public Locale getLocale(UserKey key) {
        return getApplicationLocale();
    }

    public Locale getApplicationLocale() {
        return Locale.UK;
    }

    public Set<Locale> getSupportedLocales() {
        return Set.of(Locale.UK, Locale.US, Locale.GERMANY, Locale.FRANCE);
    }
}
