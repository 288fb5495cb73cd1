package org.decisiongates.jira.approval;

import java.io.InputStream;
import java.util.List;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.approval.Delegation;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.StepRequestBody;

/** Who stands in for the caller, and for whom the caller does. Nobody reads, makes or ends those of others. */
@Path("/approvals/delegations")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class DelegationsResource {

    private static final List<String> MEMBERS = List.of(DelegationForm.DELEGATE, DelegationForm.FIRST, DelegationForm.LAST,
            DelegationForm.PROJECTS);

    private final DelegationService service;
    private final Responses responses;

    @Inject
    public DelegationsResource(DelegationService service, Responses responses) {
        this.service = service;
        this.responses = responses;
    }

    /** Those that are not over. */
    @GET
    @LicensedOnly
    public Response delegations(@Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.ok(own()));
    }

    /** Has somebody stand in for the caller. */
    @POST
    @LicensedOnly
    public Response add(@Context HttpServletRequest request, InputStream body) {
        return responses.changingByJson(request, () -> {
            StepRequestBody sent = StepRequestBody.read(body, MEMBERS);
            service.add(new DelegationForm(sent.text(DelegationForm.DELEGATE), sent.text(DelegationForm.FIRST),
                    sent.text(DelegationForm.LAST), sent.text(DelegationForm.PROJECTS)));
            return responses.created(own());
        });
    }

    /** Ends one that the caller made. */
    @DELETE
    @Path("/{id}")
    @LicensedOnly
    public Response end(@PathParam("id") String id, @Context HttpServletRequest request) {
        return responses.changing(request, () -> {
            service.end(id);
            return responses.done();
        });
    }

    private DelegationReplies.Own own() {
        return new DelegationReplies.Own(entries(service.made()), entries(service.received()));
    }

    private List<DelegationReplies.Entry> entries(List<Delegation> some) {
        return some.stream().map(one -> DelegationReplies.Entry.of(one, service.seen(one))).toList();
    }
}
