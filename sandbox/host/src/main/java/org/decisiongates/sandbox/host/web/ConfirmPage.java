package org.decisiongates.sandbox.host.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.decisiongates.sandbox.host.CurrentUser;
import org.decisiongates.sandbox.host.SandboxPrincipal;
import org.decisiongates.sandbox.host.UserDirectory;
import org.decisiongates.sandbox.host.template.Escaping;

/** Asks an administrator for the password once more, and leads on to where it was asked for. */
public final class ConfirmPage extends HttpServlet {

    public static final String PATH = "/secure/admin/WebSudoAuthenticate!default.jspa";

    private static final long serialVersionUID = 1L;
    private static final String CONFIRMED = "sandbox.confirmed";
    private static final String DESTINATION = "webSudoDestination";
    private static final String PASSWORD = "webSudoPassword";

    private final transient CurrentUser currentUser;
    private final transient Supplier<UserDirectory> users;

    public ConfirmPage(CurrentUser currentUser, Supplier<UserDirectory> users) {
        this.currentUser = currentUser;
        this.users = users;
    }

    /** Whether the request belongs to a session whose password was confirmed. */
    public static boolean isConfirmed(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(CONFIRMED) != null;
    }

    /** Where to confirm and come back to this request's page. */
    public static String address(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getContextPath() + PATH + "?" + DESTINATION + "="
                + URLEncoder.encode(request.getQueryString() == null ? path : path + "?" + request.getQueryString(),
                        StandardCharsets.UTF_8);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String password = Optional.ofNullable(request.getParameter(PASSWORD)).orElse("");
        boolean right = currentUser.key().flatMap(users.get()::byKey).map(SandboxPrincipal::name)
                .filter(name -> users.get().authenticates(name, password)).isPresent();
        if (!right) {
            show(request, response, "Your password is incorrect.");
            return;
        }
        request.getSession().setAttribute(CONFIRMED, true);
        String destination = Optional.ofNullable(request.getParameter(DESTINATION)).orElse("/");
        boolean local = destination.startsWith("/") && !destination.startsWith("//")
                && destination.chars().noneMatch(c -> c == '\\' || c < ' ');
        response.sendRedirect(request.getContextPath() + (local ? destination : "/"));
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, String refusal) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><title>Administrator Access</title></head><body>"
                        + "<h1>Administrator Access</h1><p>You have requested access to an administrative function "
                        + "and are required to confirm your password.</p>"
                        + "<p id=\"refusal\">" + refusal + "</p>"
                        + "<form id=\"login-form\" method=\"post\"><input type=\"hidden\" name=\"" + Xsrf.PARAMETER + "\" value=\""
                        + Escaping.html(Xsrf.token(request)) + "\">"
                        + "<input type=\"hidden\" name=\"" + DESTINATION + "\" value=\""
                        + Escaping.html(Optional.ofNullable(request.getParameter(DESTINATION)).orElse("/")) + "\">"
                        + "<label>Password <input type=\"password\" name=\"" + PASSWORD
                        + "\" autofocus></label> <button>Confirm</button></form></body></html>");
    }
}
