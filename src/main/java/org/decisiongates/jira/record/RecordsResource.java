package org.decisiongates.jira.record;

import java.io.InputStream;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Responses;

/** The record of a Decision or Blocker: who may see the issue may read it, who may edit the issue may change it. */
@Path("/issue/{key}/records")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class RecordsResource {

    private final RecordService records;
    private final Responses responses;

    @Inject
    public RecordsResource(RecordService records, Responses responses) {
        this.records = records;
        this.responses = responses;
    }

    /** The rows of all kinds, in the order they were added. */
    @GET
    @LicensedOnly
    public Response rows(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.ok(records.rows(key)));
    }

    /** What was done to the rows, newest first, at most 200 entries. */
    @GET
    @Path("/history")
    @LicensedOnly
    public Response history(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.ok(records.history(key)));
    }

    /** The panel of the page as it is now. */
    @GET
    @Path("/panel")
    @Produces(MediaType.TEXT_HTML)
    @LicensedOnly
    public Response panel(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.page(records.panel(key)));
    }

    /** Adds a row. */
    @POST
    @Path("/{kind}")
    @LicensedOnly
    public Response add(@PathParam("key") String key, @PathParam("kind") String kind, @Context HttpServletRequest request,
            InputStream body) {
        return responses.changingByJson(request, () -> responses.created(records.add(key, kind, body)));
    }

    /** Replaces a row by another; the body names the version that was seen. */
    @PUT
    @Path("/{kind}/{id}")
    @LicensedOnly
    public Response change(@PathParam("key") String key, @PathParam("kind") String kind, @PathParam("id") String id,
            @Context HttpServletRequest request, InputStream body) {
        return responses.changingByJson(request, () -> responses.ok(records.change(key, kind, id, body)));
    }

    /**
     * Removes a row; its history stays.
     *
     * @param version the version that was seen
     */
    @DELETE
    @Path("/{kind}/{id}")
    @LicensedOnly
    public Response remove(@PathParam("key") String key, @PathParam("kind") String kind, @PathParam("id") String id,
            @QueryParam("version") String version, @Context HttpServletRequest request) {
        return responses.changing(request, () -> {
            records.remove(key, kind, id, version);
            return responses.done();
        });
    }
}
