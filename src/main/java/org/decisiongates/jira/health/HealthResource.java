package org.decisiongates.jira.health;

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
import org.decisiongates.policy.Scope;

/** Health for monitoring, without a name of anybody or anything. For administrators of Jira. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public class HealthResource {

    private final Access access;
    private final HealthReader reader;
    private final Responses responses;

    @Inject
    public HealthResource(Access access, HealthReader reader, Responses responses) {
        this.access = access;
        this.reader = reader;
        this.responses = responses;
    }

    /** Has every check look; 200 whatever they find. */
    @GET
    @AdminOnly
    public Response health(@Context UriInfo address) {
        return responses.to(address, Set.of(), () -> {
            access.requireAdmin();
            return responses.ok(HealthCounts.of(reader.report(Scope.GLOBAL)));
        });
    }
}
