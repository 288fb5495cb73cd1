package org.decisiongates.jira.task;

import java.util.Set;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.QueryParameters;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.Xsrf;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.report.GateReport;
import org.decisiongates.report.ReportCsv;
import org.decisiongates.report.ReportJson;
import org.decisiongates.report.UnreadableReportException;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;

/**
 * The background tasks that the caller started. Those of others do not exist, as far as anybody can tell. As the pages on which they are
 * started, it admits administrators of Jira without application access; Jira itself then refuses nobody.
 */
@Path("/tasks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@UnrestrictedAccess
public class TasksResource {

    private static final Logger LOG = LoggerFactory.getLogger(TasksResource.class);
    private static final int MAX_ENTRIES = 200;
    private static final int MAX_START = 1_000_000;

    private final Access access;
    private final TaskRunner tasks;
    private final Responses responses;

    @Inject
    public TasksResource(Access access, TaskRunner tasks, Responses responses) {
        this.access = access;
        this.tasks = tasks;
        this.responses = responses;
    }

    /** How far it is. */
    @GET
    @UnrestrictedAccess
    public Response task(@PathParam("id") String id, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.ok(TaskReply.of(known(id))));
    }

    /**
     * What came of it.
     *
     * @param start how many entries to leave out, as {@code next} of the page before
     * @param limit how many entries at most, 1 to 200
     */
    @GET
    @Path("/report")
    @UnrestrictedAccess
    public Response report(@PathParam("id") String id, @QueryParam("start") String start, @QueryParam("limit") String limit,
            @Context UriInfo address) {
        return responses.to(address, Set.of("start", "limit"), () -> {
            int from = QueryParameters.number("start", start, 0, 0, MAX_START);
            int most = QueryParameters.number("limit", limit, MAX_ENTRIES, 1, MAX_ENTRIES);
            return responses.ok(ReportReply.of(reportOf(id), from, most));
        });
    }

    /** All its entries, as a file for spreadsheets. */
    @GET
    @Path("/report/csv")
    @UnrestrictedAccess
    public Response csv(@PathParam("id") String id, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> {
            GateReport report = reportOf(id);
            return responses.file(ReportCsv.of(report), known(id).kind() + ".csv");
        });
    }

    /** Has it stop, which takes a moment; one that is over stays as it is. */
    @DELETE
    @UnrestrictedAccess
    public Response cancel(@PathParam("id") String id, @Context HttpServletRequest request) {
        return responses.to(() -> {
            String caller = caller();
            Xsrf.check(request);
            if (!tasks.cancel(id, caller)) {
                throw unknown(id);
            }
            return responses.done();
        });
    }

    private GateReport reportOf(String id) {
        BackgroundTask task = known(id);
        if (task.state() != State.DONE) {
            throw new ProblemException(409, "decision-gates.jira.task.no-report", task.state().name());
        }
        try {
            return ReportJson.read(tasks.result(id, caller()).orElseThrow(() -> unknown(id)));
        } catch (UnreadableReportException e) {
            LOG.warn("the report of the task {} cannot be read", id, e);
            throw new ProblemException(409, "decision-gates.jira.task.unreadable");
        }
    }

    private BackgroundTask known(String id) {
        return tasks.find(id, caller()).orElseThrow(() -> unknown(id));
    }

    private String caller() {
        ApplicationUser caller = access.caller();
        if (caller == null) {
            throw new ProblemException(401, "decision-gates.jira.rest.not-logged-in");
        }
        return caller.getKey();
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(404, "decision-gates.jira.task.unknown", id);
    }
}
