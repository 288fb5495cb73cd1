package org.decisiongates.jira.admin;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import com.atlassian.jira.project.Project;
import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.Problem;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.RestJson;
import org.decisiongates.jira.platform.rest.Xsrf;
import org.decisiongates.jira.platform.web.SecureSession;
import org.decisiongates.jira.project.ProjectEnablement;
import org.decisiongates.jira.project.ProjectState;
import org.decisiongates.jira.timeline.BackFill;
import org.decisiongates.jira.timeline.Progress;

/** Which projects use Decisions and Blockers, and how one begins to. For administrators of Jira. */
@Path("/projects")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public class ProjectsResource {

    private final Access access;
    private final ProjectEnablement enabling;
    private final BackFill fill;
    private final SecureSession session;
    private final Responses answers;

    @Inject
    public ProjectsResource(Access access, ProjectEnablement enabling, BackFill fill, SecureSession session, Responses answers) {
        this.access = access;
        this.enabling = enabling;
        this.fill = fill;
        this.session = session;
        this.answers = answers;
    }

    /** How every project stands. */
    @GET
    @AdminOnly
    public Response projects() {
        return answers.to(this::all);
    }

    private Response all() {
        access.requireAdmin();
        List<ProjectState> states = enabling.all();
        return answers.ok(RestJson.object(json -> {
            json.writeArrayFieldStart("projects");
            for (ProjectState state : states) {
                json.writeStartObject();
                json.writeStringField("key", state.key());
                json.writeStringField("name", state.name());
                json.writeBooleanField("enabled", state.enabled());
                if (state.enabled()) {
                    journal(json, fill.progress(access.existing(state.key())).orElse(Progress.NONE));
                }
                RestJson.texts(json, "obstacles", answers.told(state.obstacles()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    /** How far the history of the project's issues was read into the journal; {@code total} is -1 until they are counted. */
    private static void journal(JsonGenerator json, Progress progress) throws IOException {
        json.writeObjectFieldStart("journal");
        json.writeNumberField("done", progress.done());
        json.writeNumberField("total", progress.total());
        json.writeNumberField("failed", progress.failed());
        json.writeBooleanField("complete", progress.isComplete());
        json.writeEndObject();
    }

    /** Enables a project; the body says nothing and may be empty. It changes schemes, so a session has to be a confirmed one (ADR-0035). */
    @POST
    @Path("/{key}/enable")
    @AdminOnly
    public Response enable(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return answers.to(() -> {
            Xsrf.check(request);
            access.requireAdmin();
            RestJson.require(request.getContentType());
            RestJson.checkEmptyOrJson(body);
            if (!session.isConfirmed(request)) {
                throw new Problem(403, "decision-gates.jira.rest.not-confirmed",
                        request.getContextPath() + "/plugins/servlet/decision-gates/admin");
            }
            return enabled(access.existing(key));
        });
    }

    private Response enabled(Project project) {
        List<String> done;
        try {
            done = answers.told(enabling.enable(project));
        } catch (ProjectEnablement.Refused refused) {
            throw new Problem(Response.Status.CONFLICT.getStatusCode(), refused.obstacles());
        }
        return answers.ok(RestJson.object(json -> {
            json.writeStringField("key", project.getKey());
            json.writeBooleanField("enabled", true);
            RestJson.texts(json, "done", done);
        }));
    }
}
