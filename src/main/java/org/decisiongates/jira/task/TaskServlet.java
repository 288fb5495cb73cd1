package org.decisiongates.jira.task;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.web.UserAccess;
import org.decisiongates.report.GateReport;
import org.decisiongates.report.ReportJson;
import org.decisiongates.report.UnreadableReportException;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.web.AllowedMethods;

/**
 * Serves the page of a background task: how far it is, and what came of it. It admits everybody, as an administrator of Jira need not have
 * application access, and shows a task to nobody but who started it.
 */
@UnrestrictedAccess
public final class TaskServlet extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(TaskServlet.class);
    private static final String WEB_RESOURCE = "org.decisiongates.decision-gates:task";
    private static final String TEMPLATE = "/jira/task/task.vm";
    private static final AllowedMethods METHODS = AllowedMethods.of("GET", "POST");

    private final transient TaskRunner tasks;
    private final transient TaskFormatter formatter;
    private final transient UserAccess users;
    private final transient XsrfTokenAccessor tokens;
    private final transient XsrfTokenValidator tokenCheck;
    private final transient TemplateRenderer renderer;
    private final transient PageBuilderService pageBuilder;

    public TaskServlet(TaskRunner tasks, TaskFormatter formatter, UserAccess users, XsrfTokenAccessor tokens, XsrfTokenValidator tokenCheck, TemplateRenderer renderer, PageBuilderService pageBuilder) {
        this.tasks = tasks;
        this.formatter = formatter;
        this.users = users;
        this.tokens = tokens;
        this.tokenCheck = tokenCheck;
        this.renderer = renderer;
        this.pageBuilder = pageBuilder;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (METHODS.admit(request, response)) {
            super.service(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<BackgroundTask> task = task(request, response);
        if (task.isPresent()) {
            show(task.get(), request, response);
        }
    }

    /** Cancels the task, and shows it again. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<BackgroundTask> task = task(request, response);
        if (task.isEmpty()) {
            return;
        }
        if (!tokenCheck.validateFormEncodedToken(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        tasks.cancel(task.get().id(), task.get().owner());
        response.sendRedirect(request.getRequestURI() + "?id=" + task.get().id());
    }

    /** The caller's task that the address names; empty when the response is complete. */
    private Optional<BackgroundTask> task(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ApplicationUser> reader = users.admit(request, response);
        if (reader.isEmpty()) {
            return Optional.empty();
        }
        Optional<BackgroundTask> task = tasks.find(parameter(request, "id"), reader.get().getKey());
        if (task.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
        return task;
    }

    private void show(BackgroundTask task, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<GateReport> report = tasks.result(task.id(), task.owner()).flatMap(stored -> read(task, stored));
        String start = parameter(request, "start");
        pageBuilder.assembler().resources().requireWebResource(WEB_RESOURCE);
        response.setContentType("text/html;charset=UTF-8");
        renderer.render(TEMPLATE, Map.of("view", formatter.view(task, report, start.matches("[0-9]{1,6}") ? Integer.parseInt(start) : 0,
                tokenCheck.getXsrfParameterName(), tokens.getXsrfToken(request, response, true))), response.getWriter());
    }

    private static Optional<GateReport> read(BackgroundTask task, String stored) {
        try {
            return Optional.of(ReportJson.read(stored));
        } catch (UnreadableReportException e) {
            LOG.warn("the report of the task {} cannot be read", task.id(), e);
            return Optional.empty();
        }
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }
}
