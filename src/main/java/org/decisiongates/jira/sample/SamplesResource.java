package org.decisiongates.jira.sample;

import java.io.InputStream;
import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.Xsrf;

/** Creates the sample of a project. For administrators of Jira; it changes no scheme, so that a session need not be confirmed. */
@Path("/projects/{key}/sample")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public class SamplesResource {

    private final Access access;
    private final SampleIssues samples;
    private final Responses responses;

    @Inject
    public SamplesResource(Access access, SampleIssues samples, Responses responses) {
        this.access = access;
        this.samples = samples;
        this.responses = responses;
    }

    /** Creates what there is not of the sample; the body says nothing and may be empty. */
    @POST
    @AdminOnly
    public Response make(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return responses.to(() -> {
            Xsrf.check(request);
            access.requireAdmin();
            RequestBody.requireJson(request.getContentType());
            RequestBody.requireEmptyOrJson(body);
            List<Issue> made = samples.make(access.existing(key), access.caller());
            return responses.ok(new Sample(made.get(0).getKey(), made.get(1).getKey()));
        });
    }

    /** Keys of the issues. */
    private record Sample(String decision, String blocker) {
    }
}
