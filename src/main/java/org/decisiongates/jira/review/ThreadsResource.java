package org.decisiongates.jira.review;

import java.io.InputStream;
import java.util.Optional;
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
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Responses;

/**
 * The feedback threads of a Decision or Blocker: who may see the issue may read them, who may comment on it may write in them; who brings
 * one to its end stands in {@link org.decisiongates.review.ThreadRights}.
 */
@Path("/issue/{key}/threads")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class ThreadsResource {

    private final ThreadActions threads;
    private final Responses responses;

    @Inject
    public ThreadsResource(ThreadActions threads, Responses responses) {
        this.threads = threads;
        this.responses = responses;
    }

    /** The threads by number, with everything that happened in them. */
    @GET
    @LicensedOnly
    public Response threads(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.ok(threads.threads(key)));
    }

    /** The panel of the page as it is now; with the parameter {@code comment} its form offers comments to make a thread of. */
    @GET
    @Path("/panel")
    @Produces(MediaType.TEXT_HTML)
    @LicensedOnly
    public Response panel(@PathParam("key") String key, @QueryParam(ThreadComments.COMMENT) String comment, @Context UriInfo address) {
        return responses.to(address, Set.of(ThreadComments.COMMENT),
                () -> responses.page(threads.panel(key, Optional.ofNullable(comment))));
    }

    /** Opens a thread. */
    @POST
    @LicensedOnly
    public Response open(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return responses.changingByJson(request, () -> responses.created(threads.open(key, body)));
    }

    /** Writes in an open thread. */
    @POST
    @Path("/{number}/reply")
    @LicensedOnly
    public Response reply(@PathParam("key") String key, @PathParam("number") String number, @Context HttpServletRequest request,
            InputStream body) {
        return responses.changingByJson(request, () -> responses.ok(threads.reply(key, number, body)));
    }

    /** Says that the owner has to act. */
    @POST
    @Path("/{number}/owner-action")
    @LicensedOnly
    public Response askForOwnerAction(@PathParam("key") String key, @PathParam("number") String number, @Context HttpServletRequest request,
            InputStream body) {
        return responses.changingByJson(request, () -> responses.ok(threads.askForOwnerAction(key, number, body)));
    }

    /** Says that the owner need not act after all. */
    @POST
    @Path("/{number}/drop-owner-action")
    @LicensedOnly
    public Response dropOwnerAction(@PathParam("key") String key, @PathParam("number") String number, @Context HttpServletRequest request,
            InputStream body) {
        return responses.changingByJson(request, () -> responses.ok(threads.dropOwnerAction(key, number, body)));
    }

    /** Says that the Decision is disputed. */
    @POST
    @Path("/{number}/dispute")
    @LicensedOnly
    public Response dispute(@PathParam("key") String key, @PathParam("number") String number, @Context HttpServletRequest request,
            InputStream body) {
        return responses.changingByJson(request, () -> responses.ok(threads.dispute(key, number, body)));
    }

    /** Says that a dispute is settled. */
    @POST
    @Path("/{number}/settle-dispute")
    @LicensedOnly
    public Response settleDispute(@PathParam("key") String key, @PathParam("number") String number, @Context HttpServletRequest request,
            InputStream body) {
        return responses.changingByJson(request, () -> responses.ok(threads.settleDispute(key, number, body)));
    }

    /** Ends a thread of which something came. */
    @POST
    @Path("/{number}/resolve")
    @LicensedOnly
    public Response resolve(@PathParam("key") String key, @PathParam("number") String number, @Context HttpServletRequest request,
            InputStream body) {
        return responses.changingByJson(request, () -> responses.ok(threads.resolve(key, number, body)));
    }

    /** Ends a thread about which nothing is done. */
    @POST
    @Path("/{number}/decline")
    @LicensedOnly
    public Response decline(@PathParam("key") String key, @PathParam("number") String number, @Context HttpServletRequest request,
            InputStream body) {
        return responses.changingByJson(request, () -> responses.ok(threads.decline(key, number, body)));
    }

    /** Goes on with a thread that ended. */
    @POST
    @Path("/{number}/reopen")
    @LicensedOnly
    public Response reopen(@PathParam("key") String key, @PathParam("number") String number, @Context HttpServletRequest request,
            InputStream body) {
        return responses.changingByJson(request, () -> responses.ok(threads.reopen(key, number, body)));
    }
}
