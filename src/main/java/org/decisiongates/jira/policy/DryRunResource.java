package org.decisiongates.jira.policy;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.project.Project;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.Xsrf;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.Scope;

/**
 * Starts dry runs of policies, for those who may read them: it changes nothing, so no confirmed session is needed. A body is a policy as
 * {@link PolicyJson} reads it.
 */
@Path("/dry-run")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class DryRunResource {

    private static final int MAX_BYTES = 4 * PolicyJson.MAX_LENGTH;

    private final Access caller;
    private final PolicyAccess access;
    private final PolicyService policies;
    private final DryRunService dryRuns;
    private final Responses responses;

    @Inject
    public DryRunResource(Access caller, PolicyAccess access, PolicyService policies, DryRunService dryRuns, Responses responses) {
        this.caller = caller;
        this.access = access;
        this.policies = policies;
        this.dryRuns = dryRuns;
        this.responses = responses;
    }

    /**
     * Tries the policy that is sent on issues as they are today, in the background; nothing is stored of it.
     *
     * @param project key of the project whose policy it is; none for one of all projects
     * @param jql     which issues
     */
    @POST
    @LicensedOnly
    public Response start(@QueryParam("project") String project, @QueryParam("jql") String jql, @Context HttpServletRequest request,
            @Context UriInfo address, InputStream body) {
        return responses.to(address, Set.of("project", "jql"), () -> {
            Xsrf.check(request);
            Scope scope = access.toRead(project);
            Optional<Project> of = PolicyAccess.isGlobal(project) ? Optional.empty() : Optional.of(access.project(project));
            RequestBody.requireJson(request.getContentType());
            Policy sent = policies.read(RequestBody.document(body, MAX_BYTES), scope, 1);
            Policy draft = sent.as(policies.nextVersion(scope, sent.key()));
            return responses.created(new PolicyReplies.Started(dryRuns.start(caller.caller(), draft, of, jql).id()));
        });
    }
}
