package org.decisiongates.sandbox.jira.web.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.jira.web.frame.Initials;

/** Draws the picture of a person, for whoever is logged in: a page of another host gets none. */
public final class UserPictureServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String DRAWING = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\"><rect width=\"48\" height=\"48\""
            + " fill=\"hsl(%d 45%% 35%%)\"/><text x=\"24\" y=\"31\" font-family=\"sans-serif\" font-size=\"20\" text-anchor=\"middle\""
            + " fill=\"#fff\">%s</text></svg>";

    private final transient Box box;

    public UserPictureServlet(Box box) {
        this.box = box;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (box.currentUser().key().isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        String key = String.valueOf(request.getParameter("ownerId"));
        String initials = box.users().byKey(key).map(user -> Initials.of(user.displayName())).orElse("?");
        response.setContentType("image/svg+xml");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        response.getOutputStream().write(String.format(DRAWING, Math.floorMod(key.hashCode(), 360),
                initials.replaceAll("[<>&]", "")).getBytes(StandardCharsets.UTF_8));
    }
}
