package org.decisiongates.jira.decision;

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

/** Creates a Decision for an issue, as the form does, for who may see and link the issue. */
@Path("/issue/{key}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class DecisionsResource {

    private final IssueCreationRequests calls;
    private final DecisionService decisions;

    @Inject
    public DecisionsResource(IssueCreationRequests calls, DecisionService decisions) {
        this.calls = calls;
        this.decisions = decisions;
    }

    /** Creates the Decision and links it; one that is there already is completed. */
    @POST
    @LicensedOnly
    public Response create(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return calls.answer(request, key, body, DecisionInput.values(), decisions);
    }
}
