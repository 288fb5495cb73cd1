package org.decisiongates.jira.policy;

import java.io.InputStream;
import java.util.List;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.QueryParameters;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.Xsrf;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;

/**
 * Policies and their versions. Those of all projects are for administrators of Jira; with {@code project}, those of a project for its
 * administrators. A body is a policy as {@link PolicyJson} reads it, so that its lines are those that complaints name.
 */
@Path("/policies")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class PoliciesResource {

    private static final Set<String> OF_A_CHANGE = Set.of("project", "basedOn", "why", "to");
    /** A policy of the greatest length, all of it characters of four bytes. */
    private static final int MAX_BYTES = 4 * PolicyJson.MAX_LENGTH;

    private final PolicyAccess access;
    private final PolicyService policies;
    private final PolicyListing listing;
    private final PolicyTransfer transfer;
    private final Responses responses;

    @Inject
    public PoliciesResource(PolicyAccess access, PolicyService policies, PolicyListing listing, PolicyTransfer transfer,
            Responses responses) {
        this.access = access;
        this.policies = policies;
        this.listing = listing;
        this.transfer = transfer;
        this.responses = responses;
    }

    /** The policies in force, with the transitions that name them; with a project, those of all projects as well. */
    @GET
    @LicensedOnly
    public Response list(@QueryParam("project") String project, @Context UriInfo address) {
        return responses.to(address, Set.of("project"), () -> responses.ok(listing.of(access.toRead(project))));
    }

    /**
     * One version.
     *
     * @param version its number; the newest when missing
     */
    @GET
    @Path("/{key}")
    @LicensedOnly
    public Response version(@PathParam("key") String key, @QueryParam("project") String project, @QueryParam("version") String version,
            @Context UriInfo address) {
        return responses.to(address, Set.of("project", "version"), () -> {
            PolicyRevision revision = revision(access.toRead(project), key, version);
            return responses.ok(new PolicyReplies.Version(PolicyReplies.Revision.of(revision),
                    PolicyJson.write(policies.version(revision.version()))));
        });
    }

    /** How the policy came to be, the newest version first. */
    @GET
    @Path("/{key}/history")
    @LicensedOnly
    public Response history(@PathParam("key") String key, @QueryParam("project") String project, @Context UriInfo address) {
        return responses.to(address, Set.of("project"), () -> responses.ok(new PolicyReplies.History(
                policies.history(access.toRead(project), key).stream().map(PolicyReplies.Revision::of).toList())));
    }

    /** What changed between two versions, in sentences. */
    @GET
    @Path("/{key}/difference")
    @LicensedOnly
    public Response difference(@PathParam("key") String key, @QueryParam("project") String project, @QueryParam("from") String from,
            @QueryParam("to") String to, @Context UriInfo address) {
        return responses.to(address, Set.of("project", "from", "to"), () -> {
            Scope scope = access.toRead(project);
            PolicyVersion before = policies.revision(scope, key, number("from", from)).version();
            PolicyVersion after = policies.revision(scope, key, number("to", to)).version();
            return responses.ok(new PolicyReplies.Difference(before.version(), after.version(),
                    policies.difference(policies.version(before), policies.version(after))));
        });
    }

    /** The policy for another Jira: with names, and without the people who may waive. */
    @GET
    @Path("/{key}/export")
    @LicensedOnly
    public Response export(@PathParam("key") String key, @QueryParam("project") String project, @QueryParam("version") String version,
            @Context UriInfo address) {
        return responses.to(address, Set.of("project", "version"), () -> responses
                .written(transfer.export(policies.version(revision(access.toRead(project), key, version).version()))));
    }

    /**
     * Stores the next version, and puts it into force.
     *
     * @param basedOn the version that was seen; 0 for a new policy
     * @param why     why it is changed
     */
    @PUT
    @Path("/{key}")
    @LicensedOnly
    public Response save(@PathParam("key") String key, @QueryParam("project") String project, @QueryParam("basedOn") String basedOn,
            @QueryParam("why") String why, @Context HttpServletRequest request, InputStream body) {
        return changing(key, project, basedOn, why, request, change -> {
            RequestBody.requireJson(request.getContentType());
            Policy policy = policies.read(RequestBody.document(body, MAX_BYTES), change.scope(), change.basedOn() + 1);
            return new PolicyReplies.Saved(policies.save(policy, change));
        });
    }

    /**
     * Makes the content of an older version the next one.
     *
     * @param to the older version
     */
    @POST
    @Path("/{key}/revert")
    @LicensedOnly
    public Response revert(@PathParam("key") String key, @QueryParam("project") String project, @QueryParam("to") String to,
            @QueryParam("basedOn") String basedOn, @QueryParam("why") String why, @Context HttpServletRequest request, InputStream body) {
        return changing(key, project, basedOn, why, request, change -> {
            RequestBody.requireEmptyOrJson(body);
            return new PolicyReplies.Saved(policies.revert(number("to", to), change));
        });
    }

    /** Takes the policy out of force. */
    @POST
    @Path("/{key}/retire")
    @LicensedOnly
    public Response retire(@PathParam("key") String key, @QueryParam("project") String project, @QueryParam("basedOn") String basedOn,
            @QueryParam("why") String why, @Context HttpServletRequest request, InputStream body) {
        return changing(key, project, basedOn, why, request, change -> {
            RequestBody.requireEmptyOrJson(body);
            return new PolicyReplies.Saved(policies.retire(change));
        });
    }

    /**
     * Imports an export. Everything it names has to be found by its name; nothing is stored while anything is unknown. A name that is
     * corrected in the {@code names} of the file, or replaced by an id of this Jira, is the mapping.
     *
     * @param check {@code true} only asks what is unknown
     */
    @POST
    @LicensedOnly
    public Response importPolicy(@QueryParam("project") String project, @QueryParam("basedOn") String basedOn,
            @QueryParam("why") String why,
            @QueryParam("check") String check, @Context HttpServletRequest request, InputStream body, @Context UriInfo address) {
        return responses.to(address, Set.of("project", "basedOn", "why", "check"), () -> {
            Xsrf.check(request);
            Scope scope = access.toChange(project, request);
            RequestBody.requireJson(request.getContentType());
            int seen = number("basedOn", basedOn);
            String text = RequestBody.document(body, MAX_BYTES);
            Policy sent = policies.read(text, scope, seen + 1);
            PolicyTransfer.Mapped mapped = transfer.map(sent, PolicyJson.names(text));
            if (!mapped.unknown().isEmpty() || "true".equals(check)) {
                return responses.ok(new PolicyReplies.Imported(false, seen, mapped.unknown()));
            }
            int version = policies.save(mapped.policy(), new PolicyService.Change(scope, sent.key(), seen, why, access.caller()));
            return responses.ok(new PolicyReplies.Imported(true, version, List.of()));
        });
    }

    private Response changing(String key, String project, String basedOn, String why, HttpServletRequest request, Work work) {
        return responses.to(() -> {
            Xsrf.check(request);
            QueryParameters.requireKnown(request.getParameterMap().keySet(), OF_A_CHANGE);
            Scope scope = access.toChange(project, request);
            return responses
                    .ok(work.of(new PolicyService.Change(scope, key, number("basedOn", basedOn), why == null ? "" : why, access.caller())));
        });
    }

    private PolicyRevision revision(Scope scope, String key, String version) {
        return version == null ? policies.newest(scope, key) : policies.revision(scope, key, number("version", version));
    }

    static int number(String name, String value) {
        if (value == null || !value.matches("[0-9]{1,8}")) {
            throw new ProblemException(400, "decision-gates.jira.policy.no-number", name, value == null ? "" : value);
        }
        return Integer.parseInt(value);
    }

    /** What a call does, and its reply. */
    private interface Work {
        Object of(PolicyService.Change change) throws Exception;
    }
}
