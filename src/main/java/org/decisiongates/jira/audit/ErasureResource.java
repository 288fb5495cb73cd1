package org.decisiongates.jira.audit;

import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.audit.Erasures;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.Xsrf;
import org.decisiongates.jira.platform.web.SecureSession;
import org.decisiongates.json.JsonBody.Value;

/** Takes a person out of the journal of gates, for good; for administrators of Jira with a confirmed session (ADR-0083). */
@Path("/journal/erasure")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public class ErasureResource {

    private static final String USER_KEY = "userKey";
    private static final int LONGEST = 255;

    private final Access access;
    private final Erasures erasures;
    private final SecureSession session;
    private final Clock clock;
    private final Responses responses;

    @Inject
    public ErasureResource(Access access, Erasures erasures, SecureSession session, Clock clock, Responses responses) {
        this.access = access;
        this.erasures = erasures;
        this.session = session;
        this.clock = clock;
        this.responses = responses;
    }

    /** Erases at most 1 000 entries of the person whose user key the body names; the answer says how many are left for another call. */
    @POST
    @AdminOnly
    public Response erase(@Context HttpServletRequest request, InputStream body) {
        return responses.to(() -> {
            Xsrf.check(request);
            access.requireAdmin();
            RequestBody.requireJson(request.getContentType());
            if (!session.isConfirmed(request)) {
                throw new ProblemException(403, "decision-gates.jira.audit.not-confirmed",
                        request.getContextPath() + "/plugins/servlet/decision-gates/admin");
            }
            Erasures.Result result = erasures.erase(userKey(RequestBody.members(body)), access.caller().getKey(), clock.instant());
            return responses.ok(new Erased(result.erasure().map(erasure -> erasure.entries()).orElse(0L), result.remaining(),
                    result.erasure().map(erasure -> erasure.key())));
        });
    }

    private static String userKey(Map<String, Value> members) {
        String key = members.size() == 1 && members.containsKey(USER_KEY) ? members.get(USER_KEY).text().orElse("") : "";
        if (key.isBlank() || key.length() > LONGEST) {
            throw new ProblemException(400, "decision-gates.jira.audit.no-user-key", USER_KEY);
        }
        return key;
    }

    /** @param erasure name of the record of it; null where no entry named the person */
    private record Erased(long erased, long remaining, Optional<String> erasure) {
    }
}
