package org.decisiongates.jira.owner;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.project.Project;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import com.fasterxml.jackson.annotation.JsonInclude;
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

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.json.JsonBody;

/** Whether a project keeps owner and assignee the same, for its administrators. */
@Path("/projects/{key}/owner")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class OwnerResource {

    static final String SAME = "same";
    static final String APART = "apart";
    private static final String OWNER = "owner";

    private final Access access;
    private final OwnerChoices choices;
    private final Responses responses;

    @Inject
    public OwnerResource(Access access, OwnerChoices choices, Responses responses) {
        this.access = access;
        this.choices = choices;
        this.responses = responses;
    }

    @GET
    @LicensedOnly
    public Response choice(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.ok(reply(access.administered(key))));
    }

    /** Chooses, and answers with the choice. */
    @PUT
    @LicensedOnly
    public Response choose(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return responses.changingByJson(request, () -> {
            Project project = access.administered(key);
            choices.choose(project, isSame(RequestBody.members(body)));
            return responses.ok(reply(project));
        });
    }

    private static boolean isSame(Map<String, JsonBody.Value> members) {
        members.keySet().stream().filter(name -> !name.equals(OWNER)).findFirst().ifPresent(unknown -> {
            throw new ProblemException(400, "decision-gates.owner.unknown-member", unknown, OWNER);
        });
        String chosen = Optional.ofNullable(members.get(OWNER)).flatMap(JsonBody.Value::text).orElse("");
        return switch (chosen) {
            case SAME -> true;
            case APART -> false;
            default -> throw new ProblemException(400, "decision-gates.owner.unknown-choice", chosen, SAME, APART);
        };
    }

    private Reply reply(Project project) {
        OwnerChoice choice = choices.of(project);
        return new Reply(choice.isSame() ? SAME : APART, choice.sameSince().map(Object::toString), choice.changedBy(),
                choice.changedAt().map(Object::toString));
    }

    /**
     * @param owner     {@code same} or {@code apart}
     * @param since     since when they are the same, UTC
     * @param changedBy user key
     * @param changedAt UTC
     */
    private record Reply(String owner, @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> since,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> changedBy,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> changedAt) {
    }
}
