package org.decisiongates.jira.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.jira.summary.SummaryReader;
import org.decisiongates.summary.SummaryJson;

/** The week of a project, for everybody who may browse it. */
@Path("/summary")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class SummaryResource {

    private final Access access;
    private final SummaryReader reader;
    private final Answers answers;

    @Inject
    public SummaryResource(Access access, SummaryReader reader, Answers answers) {
        this.access = access;
        this.reader = reader;
        this.answers = answers;
    }

    /** @param project project key */
    @GET
    @LicensedOnly
    public Response summary(@QueryParam("project") String project) {
        return answers.ok(SummaryJson.write(reader.of(access.browsable(project), access.caller())));
    }
}
