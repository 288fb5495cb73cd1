package org.decisiongates.jira.blocker;

import java.io.InputStream;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.jira.creation.IssueCreationRequests;

/** Raises a Blocker for an issue, as the form does, for who may see and link the issue. */
@Path("/issue/{key}/blockers")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class BlockersResource {

    private final IssueCreationRequests calls;
    private final BlockerService blockers;

    @Inject
    public BlockersResource(IssueCreationRequests calls, BlockerService blockers) {
        this.calls = calls;
        this.blockers = blockers;
    }

    /** Creates the Blocker, links it, keeps its communication plan and flags the issue; one that is there already is completed. */
    @POST
    @LicensedOnly
    public Response raise(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return calls.answer(request, key, body, BlockerInput.values(), blockers);
    }
}
