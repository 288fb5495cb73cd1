package org.decisiongates.jira.impact;

import java.io.InputStream;
import java.util.Map;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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

import org.decisiongates.impact.ImpactLineParser.Part;
import org.decisiongates.jira.platform.rest.Responses;

/** The impact lines of a Decision or Blocker: who may see the issue may read them, who may edit the issue may change them. */
@Path("/issue/{key}/impact-lines")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class ImpactLinesResource {

    private final ImpactLineService lines;
    private final MetricNamesService metrics;
    private final Responses responses;

    @Inject
    public ImpactLinesResource(ImpactLineService lines, MetricNamesService metrics, Responses responses) {
        this.lines = lines;
        this.metrics = metrics;
        this.responses = responses;
    }

    /** The lines in the order they were added. */
    @GET
    @LicensedOnly
    public Response lines(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.ok(lines.lines(key)));
    }

    /** What was done to the lines, newest first, at most 200 entries. */
    @GET
    @Path("/history")
    @LicensedOnly
    public Response history(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.ok(lines.history(key)));
    }

    /**
     * The metrics that impact lines are about already, of issues that the caller may see.
     *
     * @param metric    name of a metric, as it is being typed
     * @param unit      its unit
     * @param direction which way is better: UP or DOWN
     * @param line      number of the line that is being changed
     */
    @GET
    @Path("/metrics")
    @LicensedOnly
    public Response metrics(@PathParam("key") String key, @QueryParam("metric") @DefaultValue("") String metric,
            @QueryParam("unit") @DefaultValue("") String unit, @QueryParam("direction") @DefaultValue("") String direction,
            @QueryParam("line") @DefaultValue("") String line, @Context UriInfo address) {
        return responses.to(address, Set.of(Part.METRIC.key(), Part.UNIT.key(), Part.DIRECTION.key(), "line"), () -> responses
                .ok(metrics.metrics(key, Map.of(Part.METRIC, metric, Part.UNIT, unit, Part.DIRECTION, direction), line)));
    }

    /** The panel of the page as it is now. */
    @GET
    @Path("/panel")
    @Produces(MediaType.TEXT_HTML)
    @LicensedOnly
    public Response panel(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.page(lines.panel(key)));
    }

    /** Adds a line. */
    @POST
    @LicensedOnly
    public Response add(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return responses.changingByJson(request, () -> responses.created(lines.add(key, body)));
    }

    /** Replaces a line by another; the body names the version that was seen. */
    @PUT
    @Path("/{id}")
    @LicensedOnly
    public Response change(@PathParam("key") String key, @PathParam("id") String id, @Context HttpServletRequest request,
            InputStream body) {
        return responses.changingByJson(request, () -> responses.ok(lines.change(key, id, body)));
    }

    /**
     * Removes a line; its history stays.
     *
     * @param version the version that was seen
     */
    @DELETE
    @Path("/{id}")
    @LicensedOnly
    public Response remove(@PathParam("key") String key, @PathParam("id") String id, @QueryParam("version") String version,
            @Context HttpServletRequest request) {
        return responses.changing(request, () -> {
            lines.remove(key, id, version);
            return responses.done();
        });
    }
}
