package org.decisiongates.sandbox.confluence;

import java.io.IOException;
import java.util.Locale;

import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.sal.api.user.UserKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.sandbox.confluence.model.People;
import org.decisiongates.sandbox.host.CurrentUser;
import org.decisiongates.sandbox.host.SandboxPrincipal;

/** Puts the acting user where Confluence's own API lets plugins look for it. */
final class ConfluenceUserFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient CurrentUser currentUser;
    private final transient People people;

    ConfluenceUserFilter(CurrentUser currentUser, People people) {
        this.currentUser = currentUser;
        this.people = people;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        AuthenticatedUserThreadLocal.reset();
        currentUser.key().flatMap(people::byKey).map(SandboxUser::new).ifPresent(AuthenticatedUserThreadLocal::set);
        try {
            chain.doFilter(request, response);
        } finally {
            AuthenticatedUserThreadLocal.reset();
        }
    }

    /** A user as plugins see one. */
    private record SandboxUser(SandboxPrincipal person) implements ConfluenceUser {

        @Override
        public UserKey getKey() {
            return new UserKey(person.key());
        }

        @Override
        public String getLowerName() {
            return person.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String getName() {
            return person.name();
        }

        @Override
        public String getFullName() {
            return person.displayName();
        }

        @Override
        public String getEmail() {
            return person.email();
        }
    }
}
