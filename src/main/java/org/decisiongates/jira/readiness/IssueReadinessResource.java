package org.decisiongates.jira.readiness;

import java.util.List;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.readiness.Readiness;
import org.decisiongates.readiness.TransitionReadiness;

/** What the gates before an issue would say, for whoever may see the issue. */
@Path("/issue/{key}/readiness")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class IssueReadinessResource {

    private final Access access;
    private final ReadinessService readiness;
    private final ReadinessFormatter formatter;
    private final ReadinessPage page;
    private final Responses responses;

    @Inject
    public IssueReadinessResource(Access access, ReadinessService readiness, ReadinessFormatter formatter, ReadinessPage page,
            Responses responses) {
        this.access = access;
        this.readiness = readiness;
        this.formatter = formatter;
        this.page = page;
        this.responses = responses;
    }

    /**
     * Of every transition that is open to the caller.
     *
     * @param transition id of the one transition to answer about; none for all
     */
    @GET
    @LicensedOnly
    public Response readiness(@PathParam("key") String key, @QueryParam("transition") String transition, @Context UriInfo address) {
        return responses.to(address, Set.of("transition"), () -> {
            ApplicationUser caller = access.caller();
            Issue issue = visible(key, caller);
            Readiness all = readiness.of(issue, caller);
            return responses.ok(formatter.reply(issue, transition == null ? all : only(all, transition, issue),
                    readiness.isEditable(issue, caller)));
        });
    }

    /** The panel of the issue's page as it is now. */
    @GET
    @Path("/panel")
    @Produces(MediaType.TEXT_HTML)
    @LicensedOnly
    public Response panel(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.page(page.html(visible(key, access.caller()), access.caller())));
    }

    private Issue visible(String key, ApplicationUser caller) {
        return readiness.visible(key, caller).orElseThrow(() -> new ProblemException(404, "decision-gates.readiness.no-such-issue", key));
    }

    private static Readiness only(Readiness all, String transition, Issue issue) {
        return new Readiness(List.of(one(all, transition, issue)), all.score());
    }

    /** The transition of this id, as a call has it. */
    static TransitionReadiness one(Readiness all, String transition, Issue issue) {
        if (!transition.matches("[0-9]{1,9}")) {
            throw new ProblemException(400, "decision-gates.readiness.not-a-transition", transition);
        }
        int id = Integer.parseInt(transition);
        return all.transitions().stream().filter(one -> one.id() == id).findFirst()
                .orElseThrow(() -> new ProblemException(404, "decision-gates.readiness.no-such-transition", transition, issue.getKey()));
    }
}
