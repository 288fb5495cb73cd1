package org.decisiongates.sandbox.jira.web.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.sandbox.jira.model.AvatarRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** Serves the icons of issue types; one that is not stored gets a neutral sheet of paper. */
public final class AvatarServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final byte[] NEUTRAL = ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><rect width=\"16\" height=\"16\""
            + " rx=\"2\" fill=\"#4bade8\"/><path d=\"M4.5 5h7M4.5 8h7M4.5 11h4\" stroke=\"#fff\" stroke-width=\"1.4\"/></svg>")
            .getBytes(StandardCharsets.UTF_8);

    private final transient SandboxJira jira;

    public AvatarServlet(SandboxJira jira) {
        this.jira = jira;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long id = id(request.getParameter("avatarId"));
        String type = jira.avatars().byId(id).map(AvatarRow::contentType).orElse("image/svg+xml");
        response.setContentType(type);
        response.setHeader("Cache-Control", "private, max-age=3600");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // An SVG opened by its own address may hold scripts; as a picture it never runs them.
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        response.getOutputStream().write(jira.avatars().image(id).orElse(NEUTRAL));
    }

    private static long id(String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
