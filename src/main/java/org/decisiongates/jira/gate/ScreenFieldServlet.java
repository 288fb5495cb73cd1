package org.decisiongates.jira.gate;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.AdminAccess;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;

/**
 * Puts a field on the screen of a transition once an administrator has seen what else shows that screen, and confirmed it. Without an
 * annotation Jira would let in licensed people only, and an administrator need not have application access: it admits everybody, and
 * {@link AdminAccess} decides.
 */
@UnrestrictedAccess
public final class ScreenFieldServlet extends FormServlet<ApplicationUser> {

    private static final long serialVersionUID = 1L;
    private static final String ADDRESS = "/plugins/servlet/decision-gates/screen-field";
    private static final String TEMPLATE = "/jira/gate/screen-field.vm";
    private static final String TEXTS = "decision-gates.jira.gate.screen.";

    private final transient AdminAccess door;
    private final transient MissingScreenFields fields;
    private final transient JiraFields names;
    private final transient JiraTexts texts;

    public ScreenFieldServlet(FormPages pages, AdminAccess door, MissingScreenFields fields, JiraFields names, JiraTexts texts) {
        super(pages);
        this.door = door;
        this.fields = fields;
        this.names = names;
        this.texts = texts;
    }

    /** Where a field is put on a screen, below the address of Jira. */
    static String addressOf(FieldScreen screen, Field field) {
        return ADDRESS + "?screen=" + screen.getId() + "&field=" + URLEncoder.encode(field.id(), StandardCharsets.UTF_8);
    }

    @Override
    protected Optional<ApplicationUser> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return door.admit(request, response);
    }

    /** The question, or why there is none to ask. */
    @Override
    protected void show(FormPage page, ApplicationUser admin, List<String> errors) throws IOException {
        page.render(asked(page, String.join(" ", errors)), TEMPLATE);
    }

    @Override
    protected void submit(FormPage page, ApplicationUser admin) throws IOException {
        Optional<FieldScreen> screen = fields.screen(page.parameter("screen"));
        Optional<Field> field = fields.field(page.parameter("field"));
        Optional<String> tab = screen.isEmpty() || field.isEmpty() ? Optional.empty() : fields.add(screen.get(), field.get());
        page.render(tab.isEmpty() ? asked(page, "")
                : said("", texts.text(TEXTS + "done", nameOf(field.orElseThrow()), nameOf(screen.orElseThrow()), tab.get())), TEMPLATE);
    }

    private ScreenFieldView asked(FormPage page, String problem) {
        Optional<FieldScreen> screen = fields.screen(page.parameter("screen"));
        Optional<Field> field = fields.field(page.parameter("field"));
        if (screen.isEmpty() || field.isEmpty()) {
            page.status(HttpServletResponse.SC_NOT_FOUND);
            return said(texts.text(TEXTS + (screen.isEmpty() ? "no-screen" : "no-field")), "");
        }
        if (fields.isOn(screen.get(), field.get())) {
            return said(problem, texts.text(TEXTS + "already", nameOf(field.get()), nameOf(screen.get())));
        }
        return new ScreenFieldView(problem, "", texts.text(TEXTS + "question", nameOf(field.get()), nameOf(screen.get())),
                texts.texts(fields.usersOf(screen.get())), screen.get().getId().toString(), field.get().id(), page.tokenName(),
                page.tokenValue());
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
}
