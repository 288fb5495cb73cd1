package org.decisiongates.jira.task;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;
import org.decisiongates.jira.platform.web.UserAccess;
import org.decisiongates.report.GateReport;
import org.decisiongates.report.ReportJson;
import org.decisiongates.report.UnreadableReportException;
import org.decisiongates.task.BackgroundTask;

/**
 * Serves the page of a background task: how far it is, and what came of it. It admits everybody, as an administrator of Jira need not have
 * application access, and shows a task to nobody but who started it; to others it says the same as of a task that is not there.
 */
@UnrestrictedAccess
public final class TaskServlet extends FormServlet<ApplicationUser> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(TaskServlet.class);
    private static final String TEMPLATE = "/jira/task/task.vm";

    private final transient UserAccess users;
    private final transient TaskRunner tasks;
    private final transient TaskFormatter formatter;

    public TaskServlet(FormPages pages, UserAccess users, TaskRunner tasks, TaskFormatter formatter) {
        super(pages, "org.decisiongates.decision-gates:task");
        this.users = users;
        this.tasks = tasks;
        this.formatter = formatter;
    }

    @Override
    protected Optional<ApplicationUser> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return users.admit(request, response);
    }

    @Override
    protected void show(FormPage page, ApplicationUser reader, List<String> errors) throws IOException {
        Optional<BackgroundTask> found = task(page, reader);
        if (found.isEmpty()) {
            showNone(page);
            return;
        }
        BackgroundTask task = found.get();
        if (task.kind().equals(TaskFormatter.SET_UP)) {
            page.redirect(formatter.setUpPage(task));
            return;
        }
        if (task.kind().equals(TaskFormatter.TAKE_OUT)) {
            page.redirect(formatter.takeOutPage(task));
            return;
        }
        if (task.kind().equals(TaskFormatter.IMPORT) || task.kind().equals(TaskFormatter.IMPORT_CHECK)) {
            page.redirect(formatter.importPage(task));
            return;
        }
        Optional<GateReport> report = tasks.result(task.id(), task.owner()).flatMap(stored -> read(task, stored));
        String start = page.parameter("start");
        page.render(formatter.view(task, report, start.matches("[0-9]{1,6}") ? Integer.parseInt(start) : 0, page.tokenName(),
                page.tokenValue(), errors), TEMPLATE);
    }

    /** Cancels the task, and leads to its page. */
    @Override
    protected void submit(FormPage page, ApplicationUser reader) throws IOException {
        Optional<BackgroundTask> task = task(page, reader);
        if (task.isEmpty()) {
            showNone(page);
            return;
        }
        tasks.cancel(task.get().id(), task.get().owner());
        page.redirect(formatter.addressOf(task.get()));
    }

    /** The reader's task that the address names. */
    private Optional<BackgroundTask> task(FormPage page, ApplicationUser reader) {
        return tasks.find(page.parameter("id"), reader.getKey());
    }

    private void showNone(FormPage page) throws IOException {
        page.status(HttpServletResponse.SC_NOT_FOUND);
        page.render(formatter.none(), TEMPLATE);
    }

    private static Optional<GateReport> read(BackgroundTask task, String stored) {
        try {
            return Optional.of(ReportJson.read(stored));
        } catch (UnreadableReportException e) {
            LOG.warn("the report of the task {} cannot be read", task.id(), e);
            return Optional.empty();
        }
    }
}
