package org.decisiongates.sandbox.host.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.decisiongates.sandbox.host.CurrentUser;
import org.decisiongates.sandbox.host.SandboxPrincipal;
import org.decisiongates.sandbox.host.UserDirectory;

/**
 * Finds out who is asking: session, basic authentication, a personal access token, or a linked product speaking for a user. Takes the
 * login form ({@code os_username}, {@code os_password}, {@code os_destination}) and the logout; the pages themselves are the product's.
 */
public final class LoginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String USER = "sandbox.user";

    /** Set to {@code failed} on a request to the login page whose credentials were wrong. */
    public static final String STATUS = "os_authstatus";

    private final transient Supplier<UserDirectory> users;
    private final transient CurrentUser currentUser;
    private final transient Optional<LinkSignature> links;
    private final transient PersonalTokens tokens;

    public LoginFilter(Supplier<UserDirectory> users, CurrentUser currentUser, Optional<LinkSignature> links, PersonalTokens tokens) {
        this.users = users;
        this.tokens = tokens;
        this.currentUser = currentUser;
        this.links = links;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals("/logout")) {
            Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
            response.sendRedirect(request.getContextPath() + "/login?logout=true");
            return;
        }
        if (isLogin(path) && request.getMethod().equals("POST") && login(request, response)) {
            return;
        }
        Optional<String> key;
        if (request.getHeader(LinkSignature.USER) != null) {
            key = linked(request);
            if (key.isEmpty()) {
                response.setHeader("WWW-Authenticate", "OAuth problem=\"no matching user\"");
                Errors.send(response, 401, "No matching user for this application link.");
                return;
            }
        } else if (basic(request).isPresent()) {
            key = authenticated(basic(request).get());
            if (key.isEmpty()) {
                response.setHeader("WWW-Authenticate", "Basic realm=\"sandbox\"");
                Errors.send(response, 401, "Basic authentication failed: wrong user name or password.");
                return;
            }
        } else if (bearer(request).isPresent()) {
            key = tokens.owner(bearer(request).get()).flatMap(owner -> users.get().byKey(owner)).filter(SandboxPrincipal::active)
                    .map(SandboxPrincipal::key);
            if (key.isEmpty()) {
                response.setHeader("WWW-Authenticate", "Bearer realm=\"sandbox\"");
                Errors.send(response, 401, "Nobody has this personal access token.");
                return;
            }
        } else {
            key = fromSession(request);
        }
        currentUser.as(key.orElse(null), () -> {
            chain.doFilter(request, response);
            return null;
        });
    }

    /** The places the products' login forms are sent to. */
    static boolean isLogin(String path) {
        return List.of("/login", "/login.jsp", "/login.action", "/dologin.action").contains(path);
    }

    private boolean login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Optional.ofNullable(request.getParameter("os_username")).orElse("");
        String password = Optional.ofNullable(request.getParameter("os_password")).orElse("");
        if (!users.get().authenticates(name, password)) {
            request.setAttribute(STATUS, "failed");
            return false;
        }
        enter(request, users.get().byName(name).orElseThrow().key());
        response.sendRedirect(destination(request));
        return true;
    }

    /** Begins a session for a user whose credentials were checked. */
    public static void enter(HttpServletRequest request, String userKey) {
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(USER, userKey);
    }

    /** Only places inside this product: anything else would make the login page send people anywhere. */
    private static String destination(HttpServletRequest request) {
        String asked = Optional.ofNullable(request.getParameter("os_destination")).orElse("");
        String home = request.getContextPath() + "/";
        boolean local = asked.startsWith("/") && !asked.startsWith("//") && asked.chars().noneMatch(c -> c == '\\' || c < ' ');
        if (!local) {
            return home;
        }
        return asked.startsWith(home) ? asked : request.getContextPath() + asked;
    }

    private Optional<String> fromSession(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> (String) session.getAttribute(USER))
                .flatMap(key -> users.get().byKey(key)).filter(SandboxPrincipal::active).map(SandboxPrincipal::key);
    }

    private Optional<String> linked(HttpServletRequest request) {
        String name = request.getHeader(LinkSignature.USER);
        String signature = Optional.ofNullable(request.getHeader(LinkSignature.SIGNATURE)).orElse("");
        return links.filter(one -> one.verifies(name, signature))
                .flatMap(one -> users.get().byName(name)).filter(SandboxPrincipal::active).map(SandboxPrincipal::key);
    }

    private Optional<String> authenticated(String[] credentials) {
        return users.get().authenticates(credentials[0], credentials[1])
                ? users.get().byName(credentials[0]).map(SandboxPrincipal::key)
                : Optional.empty();
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization")).filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }

    private static Optional<String[]> basic(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String[] parts = new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8).split(":", 2);
            return Optional.of(parts.length == 2 ? parts : new String[] {parts[0], ""});
        } catch (IllegalArgumentException e) {
            return Optional.of(new String[] {"", ""});
        }
    }
}
