package org.decisiongates.jira.trail;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Responses;

/** How a Decision came about: for whoever may see the issue. */
@Path("/issue/{key}/trail")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class TrailResource {

    private static final String MARKDOWN = "text/markdown";

    private final TrailExport export;
    private final Responses responses;

    @Inject
    public TrailResource(TrailExport export, Responses responses) {
        this.export = export;
        this.responses = responses;
    }

    /** All entries, in the order of time. */
    @GET
    @LicensedOnly
    public Response trail(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.ok(export.trail(key)));
    }

    /** The decision record with all entries at its end, as a file. */
    @GET
    @Path("/markdown")
    @Produces(MARKDOWN)
    @LicensedOnly
    public Response markdown(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> {
            TrailExport.Document document = export.markdown(key);
            return responses.file(out -> out.write(document.text().getBytes(StandardCharsets.UTF_8)), MARKDOWN, document.name());
        });
    }
}
