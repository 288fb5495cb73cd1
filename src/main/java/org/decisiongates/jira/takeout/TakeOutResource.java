package org.decisiongates.jira.takeout;

import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.Xsrf;
import org.decisiongates.takeout.TakeOutZip;

/** Takes out what a project holds, for those who administer it, or all of them; how far it is, {@code /tasks} tells. */
@Path("/take-out")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class TakeOutResource {

    private final TakeOutService takeOuts;
    private final Responses responses;

    @Inject
    public TakeOutResource(TakeOutService takeOuts, Responses responses) {
        this.takeOuts = takeOuts;
        this.responses = responses;
    }

    /**
     * Begins in the background; the answer names the task.
     *
     * @param key     of the project
     * @param all     {@code true} for all projects that use the app, in place of one
     * @param earlier id of a take-out that was interrupted, to go on where it stopped
     */
    @POST
    @LicensedOnly
    public Response start(@QueryParam("key") String key, @QueryParam("all") String all, @QueryParam("earlier") String earlier,
            @Context HttpServletRequest request, @Context UriInfo address) {
        return responses.to(address, Set.of("key", "all", "earlier"), () -> {
            Xsrf.check(request);
            String before = earlier == null ? "" : earlier;
            return responses.created(new Started(("true".equals(all) && key == null ? takeOuts.startAll(before)
                    : takeOuts.start(key, before)).id()));
        });
    }

    /** What came of it, as one file. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.WILDCARD)
    @LicensedOnly
    public Response file(@PathParam("id") String id, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> {
            TakeOutService.TakenFile taken = takeOuts.result(id);
            StreamingOutput file = out -> TakeOutZip.write(taken.takeOut(), taken::part, out);
            return responses.file(file, "application/zip", taken.name());
        });
    }

    /** @param task id of the background task */
    private record Started(String task) {
    }
}
