package org.decisiongates.jira.takeout;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.AdminAccess;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;
import org.decisiongates.jira.task.TaskFormatter;

/**
 * Serves the page on which administrators import what was taken out of another instance. An administrator need not have application access:
 * it admits everybody, and {@link AdminAccess} decides, which also asks for a confirmed session.
 */
@UnrestrictedAccess
public final class ImportServlet extends FormServlet<ApplicationUser> {

    static final String ADDRESS = "/plugins/servlet/decision-gates/import";
    /** Names of inputs that map a person begin so. */
    static final String PERSON = "person:";
    /** Name of the input that allows what had a security level there. */
    static final String INCLUDE_SECURED = "include-secured";

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "/jira/takeout/import.vm";

    private final transient AdminAccess door;
    private final transient TakeOutImportService imports;
    private final transient ImportFormatter formatter;
    private final transient TaskFormatter tasks;
    private final transient JiraTexts texts;

    public ImportServlet(FormPages pages, AdminAccess door, TakeOutImportService imports, ImportFormatter formatter, TaskFormatter tasks,
            JiraTexts texts) {
        super(pages, "org.decisiongates.decision-gates:import");
        this.door = door;
        this.imports = imports;
        this.formatter = formatter;
        this.tasks = tasks;
        this.texts = texts;
    }

    @Override
    protected Optional<ApplicationUser> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return door.admit(request, response);
    }

    @Override
    protected void show(FormPage page, ApplicationUser admin, List<String> errors) throws IOException {
        page.render(formatter.view(page, people(page), errors), TEMPLATE);
    }

    /** Imports the file that was checked, and leads to how far that is. */
    @Override
    protected void submit(FormPage page, ApplicationUser admin) throws IOException {
        try {
            page.redirect(tasks.importPage(
                    imports.start(page.parameter("task"), new ImportChoices(people(page), !page.parameter(INCLUDE_SECURED).isEmpty()))));
        } catch (ProblemException e) {
            page.status(e.status());
            show(page, admin, texts.texts(e.messages()));
        }
    }

    /** What was typed for people. */
    private static Map<String, String> people(FormPage page) {
        Map<String, String> people = new TreeMap<>();
        page.parameters().forEach((name, values) -> {
            if (name.startsWith(PERSON)) {
                people.put(name.substring(PERSON.length()), values[0].strip());
            }
        });
        return people;
    }
}
