package org.decisiongates.jira.creation;

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

import org.decisiongates.jira.platform.issuetype.OwnIssueType;

/** Creates an issue of the app for another issue, as the form does, for who may see and link that. One that is there is completed. */
@Path("/issue/{key}")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class IssueCreationResource {

    private final IssueCreationRequests calls;
    private final CreationForms forms;

    @Inject
    public IssueCreationResource(IssueCreationRequests calls, CreationForms forms) {
        this.calls = calls;
        this.forms = forms;
    }

    /** Creates a Blocker, links it, keeps its communication plan and flags the issue. */
    @POST
    @Path("/blockers")
    @LicensedOnly
    public Response raise(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return calls.answer(request, key, body, forms.of(OwnIssueType.BLOCKER));
    }

    /** Creates a Decision and links it. */
    @POST
    @Path("/decisions")
    @LicensedOnly
    public Response create(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return calls.answer(request, key, body, forms.of(OwnIssueType.DECISION));
    }
}
