package org.decisiongates.jira.takeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
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

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.Xsrf;
import org.decisiongates.jira.platform.web.SecureSession;
import org.decisiongates.json.Json;
import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.takeout.ImportReport;
import org.decisiongates.takeout.TakenProjectParser;

/** Imports what was taken out of another instance, for administrators of Jira: a file is checked, then imported. */
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public class ImportsResource {

    private static final int MAX_MAPPING = 1024 * 1024;
    private static final int MAX_PEOPLE = 20_000;
    private static final JsonDocument<Mapping> MAPPING = JsonDocument.ofKnownMembers(Mapping.class, "the mapping",
            new JsonDocument.Bounds(MAX_MAPPING, MAX_PEOPLE));

    private final Access access;
    private final SecureSession session;
    private final TakeOutImportService imports;
    private final Responses responses;

    @Inject
    public ImportsResource(Access access, SecureSession session, TakeOutImportService imports, Responses responses) {
        this.access = access;
        this.session = session;
        this.imports = imports;
        this.responses = responses;
    }

    /**
     * Has {@code take-out.json} checked; stores nothing of one that is not sound. The answer names the task.
     *
     * @param project key of the project to import into
     */
    @POST
    @AdminOnly
    public Response check(@QueryParam("project") String project, @Context HttpServletRequest request, InputStream body,
            @Context UriInfo address) {
        return responses.to(address, Set.of("project"), () -> {
            requireConfirmed(request);
            if (request.getContentLengthLong() > TakenProjectParser.MAX_BYTES) {
                throw UploadedFile.tooLong(TakenProjectParser.MAX_BYTES);
            }
            return responses.created(new Started(imports.check(project, body).id()));
        });
    }

    /** What would come of a file that was checked. */
    @GET
    @Path("/{id}")
    @AdminOnly
    public Response plan(@PathParam("id") String id, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> {
            access.requireAdmin();
            return responses.ok(imports.plan(id));
        });
    }

    /** Imports a file that was checked, as the body chooses. The answer names the task. */
    @POST
    @Path("/{id}")
    @AdminOnly
    public Response start(@PathParam("id") String id, @Context HttpServletRequest request, InputStream body, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> {
            requireConfirmed(request);
            return responses.created(new Started(imports.start(id, choices(RequestBody.document(body, MAX_MAPPING))).id()));
        });
    }

    /** What came of an import. */
    @GET
    @Path("/{id}/report")
    @AdminOnly
    public Response report(@PathParam("id") String id, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> {
            access.requireAdmin();
            TakeOutImportService.KeptReport report = imports.report(id);
            return responses.streamed(out -> write(report, out));
        });
    }

    private static void write(TakeOutImportService.KeptReport kept, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write("{\"into\":" + Json.write(kept.report().into()) + ",\"lines\":[");
        String before = "";
        for (int part = 0; part < kept.report().parts(); part++) {
            for (ImportReport.Line line : kept.lines(part)) {
                text.write(before + Json.write(line));
                before = ",";
            }
        }
        text.write("]}");
        text.flush();
    }

    /** It makes issues in the name of who asks, so a session has to be a confirmed one (ADR-0035). */
    private void requireConfirmed(HttpServletRequest request) {
        Xsrf.check(request);
        access.requireAdmin();
        RequestBody.requireJson(request.getContentType());
        if (!session.isConfirmed(request)) {
            throw new ProblemException(403, "decision-gates.takeout.import.not-confirmed",
                    request.getContextPath() + ImportServlet.ADDRESS);
        }
    }

    private static ImportChoices choices(String body) {
        try {
            if (body.isBlank()) {
                return new ImportChoices(Map.of(), false);
            }
            Mapping mapping = MAPPING.read(body);
            return new ImportChoices(mapping.people(), mapping.includeSecured().orElse(false));
        } catch (UnreadableJsonException e) {
            throw new ProblemException(400, "decision-gates.takeout.import.at-line", String.valueOf(e.line()), e.getMessage());
        }
    }

    /**
     * @param people         user names here by those there; empty text for nobody
     * @param includeSecured whether issues are created that had a security level there; empty for no
     */
    private record Mapping(Map<String, String> people, Optional<Boolean> includeSecured) {
    }

    /** @param task id of the background task */
    private record Started(String task) {
    }
}
