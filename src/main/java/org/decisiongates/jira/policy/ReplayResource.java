package org.decisiongates.jira.policy;

import java.io.InputStream;
import java.util.Objects;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.Xsrf;
import org.decisiongates.jira.replay.ReplayService;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;

/**
 * Starts to replay a policy over the history of the last weeks: a version that is stored, or a draft that is sent. For those who may read
 * the policy; the issues are those that they may browse.
 */
@Path("/policies/{key}/replay")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class ReplayResource {

    private static final int MAX_BYTES = 4 * PolicyJson.MAX_LENGTH;

    private final PolicyAccess policyAccess;
    private final Access access;
    private final PolicyService policies;
    private final ReplayService replays;
    private final Responses responses;

    @Inject
    public ReplayResource(PolicyAccess policyAccess, Access access, PolicyService policies, ReplayService replays, Responses responses) {
        this.policyAccess = policyAccess;
        this.access = access;
        this.policies = policies;
        this.replays = replays;
        this.responses = responses;
    }

    /**
     * Answers with the background task.
     *
     * @param version the stored version; the newest when missing. Not beside a draft in the body
     * @param weeks   how many weeks back
     * @param jql     which issues; all that the policy is about when missing
     */
    @POST
    @LicensedOnly
    public Response start(@PathParam("key") String key, @QueryParam("project") String project, @QueryParam("version") String version,
            @QueryParam("weeks") String weeks, @QueryParam("jql") String jql, @Context HttpServletRequest request, @Context UriInfo address,
            InputStream body) {
        return responses.to(address, Set.of("project", "version", "weeks", "jql"), () -> {
            Xsrf.check(request);
            Scope scope = policyAccess.toRead(project);
            String sent = RequestBody.document(body, MAX_BYTES);
            if (version != null && !sent.isBlank()) {
                throw new ProblemException(400, "decision-gates.jira.policy.replay.draft-and-version");
            }
            Policy policy = sent.isBlank() ? stored(scope, key, version) : draft(scope, key, sent, request);
            return responses.created(new PolicyReplies.Started(replays.start(policy, Objects.requireNonNullElse(project, ""),
                    Objects.requireNonNullElse(jql, ""), Objects.requireNonNullElse(weeks, ""), access.caller()).id()));
        });
    }

    private Policy stored(Scope scope, String key, String version) {
        return policies.version(version == null ? policies.newest(scope, key).version()
                : new PolicyVersion(scope, key, PoliciesResource.number("version", version)));
    }

    private Policy draft(Scope scope, String key, String sent, HttpServletRequest request) {
        RequestBody.requireJson(request.getContentType());
        Policy draft = policies.read(sent, scope, 1);
        if (!draft.key().equals(key)) {
            throw new ProblemException(400, "decision-gates.jira.policy.other-key", draft.key(), key);
        }
        policies.check(draft);
        return draft.as(policies.nextVersion(scope, key));
    }
}
