package org.decisiongates.jira.setup;

import java.util.List;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.selfcheck.SelfCheck;
import org.decisiongates.selfcheck.HostCheck;

/** Whether this Jira has everything the app calls, and whether set-up is complete. For administrators of Jira. */
@Path("/self-check")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public class SelfCheckResource {

    private final Access access;
    private final SelfCheck check;
    private final Setup setUp;
    private final Responses responses;

    @Inject
    public SelfCheckResource(Access access, SelfCheck check, Setup setUp, Responses responses) {
        this.access = access;
        this.check = check;
        this.setUp = setUp;
        this.responses = responses;
    }

    /** Checks again and answers what is missing. */
    @GET
    @AdminOnly
    public Response selfCheck(@Context UriInfo address) {
        return responses.to(address, Set.of(), this::checked);
    }

    private Response checked() {
        access.requireAdmin();
        HostCheck.Result result = check.run();
        List<String> notMade = setUp.missing();
        List<String> removed = setUp.removed();
        return responses.ok(new Health(result.missing().isEmpty() && notMade.isEmpty() && removed.isEmpty(), result.checked(),
                result.missing(), notMade, removed));
    }

    private record Health(boolean healthy, int checked, List<String> missing, List<String> notSetUp, List<String> removed) {
    }
}
