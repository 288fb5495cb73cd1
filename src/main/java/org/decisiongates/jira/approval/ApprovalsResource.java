package org.decisiongates.jira.approval;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Responses;

/**
 * The approvals of a Decision or Blocker: who may see the issue may read them; the policies say who approves, and the owner and whoever
 * may edit the issue ask for approvals.
 */
@Path("/issue/{key}/approvals")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class ApprovalsResource {

    private final ApprovalActions approvals;
    private final ApprovalReminderActions reminders;
    private final ApprovalExport export;
    private final Responses responses;

    @Inject
    public ApprovalsResource(ApprovalActions approvals, ApprovalReminderActions reminders, ApprovalExport export, Responses responses) {
        this.approvals = approvals;
        this.reminders = reminders;
        this.export = export;
        this.responses = responses;
    }

    /** What has to be approved, what was said, and what of it counts. */
    @GET
    @LicensedOnly
    public Response approvals(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.ok(approvals.approvals(key)));
    }

    /** The panel of the issue's page as it is now. */
    @GET
    @Path("/panel")
    @Produces(MediaType.TEXT_HTML)
    @LicensedOnly
    public Response panel(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.page(approvals.panel(key)));
    }

    /** What Jira's forms say of the fields of which a change makes current approvals stale, as a piece of a page. */
    @GET
    @Path("/form-hints")
    @Produces(MediaType.TEXT_HTML)
    @LicensedOnly
    public Response formHints(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.page(approvals.formHints(key)));
    }

    /** Everything that happened to them as statements that can be verified without this app, a line each. */
    @GET
    @Path("/statements")
    @Produces("application/x-ndjson")
    @LicensedOnly
    public Response statements(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> {
            ApprovalExport.Statements statements = export.statements(key);
            byte[] lines = statements.lines().getBytes(StandardCharsets.UTF_8);
            return responses.file((StreamingOutput) out -> out.write(lines), "application/x-ndjson",
                    statements.issue() + "-approvals.jsonl");
        });
    }

    /** What a statement is about: the very text that has the digest. */
    @GET
    @Path("/content/{digest}")
    @LicensedOnly
    public Response content(@PathParam("key") String key, @PathParam("digest") String digest, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.written(export.content(key, digest)));
    }

    /** Asks for approvals, approves, abstains, wants it discussed, or takes that back. */
    @POST
    @LicensedOnly
    public Response take(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return responses.changingByJson(request, () -> responses.created(approvals.take(key, body)));
    }

    /** Reminds whoever could give an approval that is missing. */
    @POST
    @Path("/reminders")
    @LicensedOnly
    public Response remind(@PathParam("key") String key, @Context HttpServletRequest request) {
        return responses.changing(request, () -> responses.created(reminders.remind(key)));
    }
}
