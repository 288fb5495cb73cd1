package org.decisiongates.jira.gate;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.templaterenderer.TemplateRenderer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.AdminAccess;
import org.decisiongates.web.AllowedMethods;

/**
 * Puts a field on the screen of a transition once an administrator has seen what else shows that screen, and confirmed it. Without an
 * annotation Jira would let in licensed people only, and an administrator need not have application access: it admits everybody, and
 * {@link AdminAccess} decides.
 */
@UnrestrictedAccess
public final class ScreenFieldServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ADDRESS = "/plugins/servlet/decision-gates/screen-field";
    private static final String TEMPLATE = "/jira/gate/screen-field.vm";
    private static final String TEXTS = "decision-gates.jira.gate.screen.";
    private static final AllowedMethods METHODS = AllowedMethods.of("GET", "POST");

    private final transient AdminAccess door;
    private final transient MissingScreenFields fields;
    private final transient JiraFields names;
    private final transient JiraTexts texts;
    private final transient XsrfTokenAccessor tokens;
    private final transient XsrfTokenValidator tokenCheck;
    private final transient TemplateRenderer renderer;

    public ScreenFieldServlet(AdminAccess door, MissingScreenFields fields, JiraFields names, JiraTexts texts, XsrfTokenAccessor tokens,
            XsrfTokenValidator tokenCheck, TemplateRenderer renderer) {
        this.door = door;
        this.fields = fields;
        this.names = names;
        this.texts = texts;
        this.tokens = tokens;
        this.tokenCheck = tokenCheck;
        this.renderer = renderer;
    }

    /** Where a field is put on a screen, below the address of Jira. */
    static String addressOf(FieldScreen screen, Field field) {
        return ADDRESS + "?screen=" + screen.getId() + "&field=" + URLEncoder.encode(field.id(), StandardCharsets.UTF_8);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (METHODS.admit(request, response)) {
            super.service(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (door.letsIn(request, response)) {
            render(response, asked(request, response, ""));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!door.letsIn(request, response)) {
            return;
        }
        if (!tokenCheck.validateFormEncodedToken(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            render(response, asked(request, response, texts.text("decision-gates.jira.admin.no-token")));
            return;
        }
        Optional<FieldScreen> screen = fields.screen(parameter(request, "screen"));
        Optional<Field> field = fields.field(parameter(request, "field"));
        Optional<String> tab = screen.isEmpty() || field.isEmpty() ? Optional.empty() : fields.add(screen.get(), field.get());
        render(response, tab.isEmpty() ? asked(request, response, "")
                : said("", texts.text(TEXTS + "done", nameOf(field.orElseThrow()), nameOf(screen.orElseThrow()), tab.get())));
    }

    /** The question, or why there is none to ask. */
    private ScreenFieldView asked(HttpServletRequest request, HttpServletResponse response, String problem) {
        Optional<FieldScreen> screen = fields.screen(parameter(request, "screen"));
        Optional<Field> field = fields.field(parameter(request, "field"));
        if (screen.isEmpty() || field.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return said(texts.text(TEXTS + (screen.isEmpty() ? "no-screen" : "no-field")), "");
        }
        if (fields.isOn(screen.get(), field.get())) {
            return said(problem, texts.text(TEXTS + "already", nameOf(field.get()), nameOf(screen.get())));
        }
        return new ScreenFieldView(problem, "", texts.text(TEXTS + "question", nameOf(field.get()), nameOf(screen.get())),
                texts.texts(fields.usersOf(screen.get())), screen.get().getId().toString(), field.get().id(),
                tokenCheck.getXsrfParameterName(), tokens.getXsrfToken(request, response, true));
    }

    private static ScreenFieldView said(String problem, String done) {
        return new ScreenFieldView(problem, done, "", List.of(), "", "", "", "");
    }

    private String nameOf(Field field) {
        return names.nameOf(field, texts.locale());
    }

    private static String nameOf(FieldScreen screen) {
        return String.valueOf(screen.getName());
    }

    private void render(HttpServletResponse response, ScreenFieldView view) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        renderer.render(TEMPLATE, Map.of("view", view), response.getWriter());
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }
}
