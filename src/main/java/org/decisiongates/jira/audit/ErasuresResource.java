package org.decisiongates.jira.audit;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;
import org.decisiongates.audit.Erasures;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.Xsrf;
import org.decisiongates.jira.platform.web.SecureSession;
import org.decisiongates.json.JsonBody.Value;

/** Takes people out of what the app stores, for good; for administrators of Jira with a confirmed session (ADR-0097). */
@Path("/erasures")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public class ErasuresResource {

    private static final String USER_KEY = "userKey";
    private static final String NAMES = "names";
    private static final int LISTED = 100;
    /** So many rows are changed while a program waits for the answer. */
    private static final int ROWS = 1_000;

    private final Access access;
    private final Erasures erasures;
    private final SecureSession session;
    private final Clock clock;
    private final Responses responses;

    @Inject
    public ErasuresResource(Access access, Erasures erasures, SecureSession session, Clock clock, Responses responses) {
        this.access = access;
        this.erasures = erasures;
        this.session = session;
        this.clock = clock;
        this.responses = responses;
    }

    /** The newest erasures: when, by whom, how many rows; not of whom. */
    @GET
    @AdminOnly
    public Response latest(@Context UriInfo address) {
        return responses.to(address, Set.of(), () -> {
            access.requireAdmin();
            return responses.ok(new Latest(erasures.latest(LISTED).stream().map(Record::of).toList()));
        });
    }

    /** How many rows name the person of the body; changes nothing. A POST, so that no log of addresses holds who it is. */
    @POST
    @Path("/preview")
    @AdminOnly
    public Response preview(@Context UriInfo address, @Context HttpServletRequest request, InputStream body) {
        return responses.to(address, Set.of(), () -> {
            ErasedPerson person = person(request, body);
            Erasures.Found found = erasures.count(person);
            return responses.ok(new Preview(found.parts(), found.kept()));
        });
    }

    /** Erases the person of the body from at most 1 000 rows; the answer says how many are left for another call. */
    @POST
    @AdminOnly
    public Response erase(@Context UriInfo address, @Context HttpServletRequest request, InputStream body) {
        return responses.to(address, Set.of(), () -> {
            ErasedPerson person = person(request, body);
            Erasures.Result result = erasures.erase(person, access.caller().getKey(), clock.instant(), ROWS);
            return responses.ok(new Erased(result.erasure().map(Erasure::entries).orElse(0L), result.remaining(), result.left().kept(),
                    result.erasure().map(Erasure::key), result.erasure().map(Erasure::parts).orElse(Map.of())));
        });
    }

    private ErasedPerson person(HttpServletRequest request, InputStream body) throws java.io.IOException {
        Xsrf.check(request);
        access.requireAdmin();
        RequestBody.requireJson(request.getContentType());
        if (!session.isConfirmed(request)) {
            throw new ProblemException(403, "decision-gates.jira.audit.not-confirmed", request.getContextPath() + ErasurePage.PATH);
        }
        Map<String, Value> members = RequestBody.members(body);
        String key = members.containsKey(USER_KEY) ? members.get(USER_KEY).text().orElse("") : "";
        List<String> names = members.containsKey(NAMES) ? members.get(NAMES).text().orElse("").lines().toList() : List.of();
        if (!Set.of(USER_KEY, NAMES).containsAll(members.keySet()) || !ErasedPerson.isSound(key, names)) {
            throw new ProblemException(400, "decision-gates.jira.audit.no-person", USER_KEY, NAMES, ErasedPerson.MAX_NAMES,
                    ErasedPerson.LONGEST);
        }
        return ErasedPerson.of(key, names);
    }

    /**
     * @param parts rows that name the person, by part
     * @param kept  rows beside these that stay as they are
     */
    private record Preview(Map<ErasurePart, Long> parts, long kept) {
    }

    /** @param erasure name of the record of it; null where no row named the person */
    private record Erased(long erased, long remaining, long kept, Optional<String> erasure, Map<ErasurePart, Long> parts) {
    }

    private record Latest(List<Record> erasures) {
    }

    private record Record(String key, Instant at, String by, long entries, Map<ErasurePart, Long> parts) {

        static Record of(Erasure erasure) {
            return new Record(erasure.key(), erasure.at(), erasure.by(), erasure.entries(), erasure.parts());
        }
    }
}
