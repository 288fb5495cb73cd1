package org.decisiongates.jira.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.jira.summary.JiraSummaries;
import org.decisiongates.summary.SummaryJson;

/** The week of a project, for everybody who may browse it. */
@Path("/summary")
@Produces(MediaType.APPLICATION_JSON)
public class SummaryResource {

    private final Access access;
    private final JiraSummaries summaries;
    private final Answers answers;

    @Inject
    public SummaryResource(Access access, JiraSummaries summaries, Answers answers) {
        this.access = access;
        this.summaries = summaries;
        this.answers = answers;
    }

    /** @param project project key */
    @GET
    @LicensedOnly
    public Response summary(@QueryParam("project") String project) {
        return answers.ok(SummaryJson.write(summaries.of(access.browsable(project), access.caller())));
    }
}
