package org.decisiongates.jira.phase;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.project.Project;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.project.SettingChange;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;

/** The phase map of a project, for its administrators. What is read can be sent, to the same Jira or another. */
@Path("/projects/{key}/phase-map")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class PhaseMapResource {

    private static final int MAX_CHARACTERS = 256 * 1024;
    private static final int MAX_BYTES = 4 * MAX_CHARACTERS;
    private static final JsonDocument<PhaseMapDocument> JSON = JsonDocument.ofKnownMembers(PhaseMapDocument.class, "the phase map",
            new JsonDocument.Bounds(MAX_CHARACTERS, 10 * PhaseMapService.MAX_STATUSES));

    private final Access access;
    private final PhaseMapService service;
    private final Responses responses;

    @Inject
    public PhaseMapResource(Access access, PhaseMapService service, Responses responses) {
        this.access = access;
        this.service = service;
        this.responses = responses;
    }

    /** The map: every status that Decisions and Blockers of the project can have, with what it stands for or probably does. */
    @GET
    @LicensedOnly
    public Response map(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.written(JSON.write(document(access.administered(key)))));
    }

    /** Changes the map to what is sent, and answers with it. */
    @PUT
    @LicensedOnly
    public Response change(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return responses.changingByJson(request, () -> {
            Project project = access.administered(key);
            PhaseMapDocument wanted = read(RequestBody.document(body, MAX_BYTES));
            service.save(project, wanted.revision(), service.read(wanted.statuses()));
            return responses.written(JSON.write(document(project)));
        });
    }

    private static PhaseMapDocument read(String text) {
        try {
            return JSON.read(text);
        } catch (UnreadableJsonException e) {
            throw new ProblemException(400, "decision-gates.phase.unreadable", e.line(), e.getMessage());
        }
    }

    private PhaseMapDocument document(Project project) {
        Optional<SettingChange> last = service.lastChange(project);
        return new PhaseMapDocument(service.map(project).revision(), last.map(SettingChange::by).filter(by -> !by.isEmpty()),
                last.map(change -> change.at().toString()), service.statuses(project).stream()
                        .map(status -> new PhaseMapDocument.Entry(status.type().key(), status.name(), Optional.of(status.id()),
                                status.phase(),
                                Optional.of(status.isOwn()), status.proposal().map(proposal -> proposal.phase()),
                                status.proposal().map(proposal -> proposal.basis().name())))
                        .toList());
    }
}
