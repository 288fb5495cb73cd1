package org.decisiongates.jira.record;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Responses;

/** The records of a project, page by page, over what the caller may browse. */
@Path("/records")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class RecordExportResource {

    private final RecordExport export;
    private final Responses responses;

    @Inject
    public RecordExportResource(RecordExport export, Responses responses) {
        this.export = export;
        this.responses = responses;
    }

    /**
     * The rows of at most 200 issues.
     *
     * @param project project key
     * @param start   how many issues to leave out, 0 to 9 800; none for the first page
     */
    @GET
    @LicensedOnly
    public Response page(@QueryParam("project") String project, @QueryParam("start") String start, @Context UriInfo address) {
        return responses.to(address, Set.of("project", "start"), () -> responses.ok(export.page(project, start)));
    }

    /** The same as a file for spreadsheets; where there is more, the header Link says where. */
    @GET
    @Path("/csv")
    @Produces("text/csv")
    @LicensedOnly
    public Response csv(@QueryParam("project") String project, @QueryParam("start") String start, @Context UriInfo address) {
        return responses.to(address, Set.of("project", "start"), () -> {
            RecordReplies.Page page = export.page(project, start);
            Response file = responses.file(RecordExport.csv(page), "records.csv");
            return page.next().isEmpty() ? file
                    : Response.fromResponse(file)
                            .header("Link", "<?project=" + URLEncoder.encode(project, StandardCharsets.UTF_8) + "&start="
                                    + page.next().get() + ">; rel=\"next\"")
                            .build();
        });
    }
}
