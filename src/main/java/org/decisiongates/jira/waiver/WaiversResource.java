package org.decisiongates.jira.waiver;

import java.io.InputStream;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Responses;

/** The waivers of an issue: who may see the issue may read them and ask for one; who grants them stands in the policy. */
@Path("/issue/{key}/waivers")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class WaiversResource {

    private final WaiverActions waivers;
    private final Responses responses;

    @Inject
    public WaiversResource(WaiverActions waivers, Responses responses) {
        this.waivers = waivers;
        this.responses = responses;
    }

    /** The waivers that were asked for, newest first, with everything that happened to them. */
    @GET
    @LicensedOnly
    public Response waivers(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.ok(waivers.waivers(key)));
    }

    /** Asks for a waiver. */
    @POST
    @LicensedOnly
    public Response ask(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return responses.changingByJson(request, () -> responses.created(waivers.ask(key, body)));
    }

    /** Grants a waiver that was asked for. */
    @POST
    @Path("/{number}/grant")
    @LicensedOnly
    public Response grant(@PathParam("key") String key, @PathParam("number") String number, @Context HttpServletRequest request,
            InputStream body) {
        return responses.changingByJson(request, () -> responses.ok(waivers.grant(key, number, body)));
    }

    /** Declines a waiver that was asked for. */
    @POST
    @Path("/{number}/decline")
    @LicensedOnly
    public Response decline(@PathParam("key") String key, @PathParam("number") String number, @Context HttpServletRequest request,
            InputStream body) {
        return responses.changingByJson(request, () -> responses.ok(waivers.decline(key, number, body)));
    }

    /** Takes back a request or a waiver. */
    @POST
    @Path("/{number}/withdraw")
    @LicensedOnly
    public Response withdraw(@PathParam("key") String key, @PathParam("number") String number, @Context HttpServletRequest request,
            InputStream body) {
        return responses.changingByJson(request, () -> responses.ok(waivers.withdraw(key, number, body)));
    }
}
