package org.decisiongates.jira.task;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.Xsrf;
import org.decisiongates.jira.platform.task.TaskRunner;

/** The background tasks that the caller started. Those of others do not exist, as far as anybody can tell. */
@Path("/tasks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class TasksResource {

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
    @LicensedOnly
    public Response task(@PathParam("id") String id) {
        return responses.to(() -> responses.ok(TaskReply.of(tasks.find(id, caller()).orElseThrow(() -> unknown(id)))));
    }

    /** Has it stop, which takes a moment; one that is over stays as it is. */
    @DELETE
    @LicensedOnly
    public Response cancel(@PathParam("id") String id, @Context HttpServletRequest request) {
        return responses.to(() -> {
            Xsrf.check(request);
            if (!tasks.cancel(id, caller())) {
                throw unknown(id);
            }
            return responses.done();
        });
    }

    private String caller() {
        return access.caller().getKey();
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(404, "decision-gates.jira.task.unknown", id);
    }
}
