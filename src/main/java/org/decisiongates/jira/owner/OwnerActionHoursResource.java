package org.decisiongates.jira.owner;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
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

import org.decisiongates.jira.platform.project.OwnerActionHours;
import org.decisiongates.jira.platform.project.SettingChange;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.json.JsonBody;
import org.decisiongates.time.BusinessHours;

/** In which hours of a project the time of owners passes, for its administrators. */
@Path("/projects/{key}/owner-action-hours")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class OwnerActionHoursResource {

    static final String ALL = "all";
    static final String BUSINESS = "business";
    private static final String HOURS = "hours";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final Access access;
    private final OwnerActionHours hours;
    private final Responses responses;

    @Inject
    public OwnerActionHoursResource(Access access, OwnerActionHours hours, Responses responses) {
        this.access = access;
        this.hours = hours;
        this.responses = responses;
    }

    @GET
    @LicensedOnly
    public Response hours(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.ok(reply(access.administered(key))));
    }

    /** Chooses, and answers with the choice. */
    @PUT
    @LicensedOnly
    public Response choose(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return responses.changingByJson(request, () -> {
            Project project = access.administered(key);
            hours.choose(project, chosen(RequestBody.members(body)));
            return responses.ok(reply(project));
        });
    }

    private Optional<BusinessHours> chosen(Map<String, JsonBody.Value> members) {
        List<String> known = text(members, HOURS).equals(BUSINESS) ? List.of(HOURS, FROM, TO) : List.of(HOURS);
        members.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(unknown -> {
            throw new ProblemException(400, "decision-gates.owner.unknown-member", unknown, String.join(", ", known));
        });
        return switch (text(members, HOURS)) {
            case ALL -> Optional.empty();
            case BUSINESS -> Optional.of(hours.hours(text(members, FROM), text(members, TO))
                    .orElseThrow(() -> new ProblemException(400, "decision-gates.owner.hours.wrong")));
            default -> throw new ProblemException(400, "decision-gates.owner.hours.unknown", text(members, HOURS), ALL, BUSINESS);
        };
    }

    private static String text(Map<String, JsonBody.Value> members, String name) {
        return Optional.ofNullable(members.get(name)).flatMap(JsonBody.Value::text).orElse("");
    }

    private Reply reply(Project project) {
        Optional<BusinessHours> chosen = hours.of(project.getId());
        Optional<SettingChange> last = hours.changed(project);
        return new Reply(chosen.isPresent() ? BUSINESS : ALL, chosen.map(BusinessHours::from).map(LocalTime::toString),
                chosen.map(BusinessHours::to).map(LocalTime::toString), chosen.map(own -> own.zone().getId()),
                last.map(SettingChange::by).filter(by -> !by.isEmpty()), last.map(SettingChange::at).map(Instant::toString));
    }

    /**
     * @param hours     {@code all} or {@code business}
     * @param from      when business hours begin, as all that follows left out where time passes around the clock
     * @param zone      id of the zone whose clock they go by
     * @param changedBy user key
     * @param changedAt UTC
     */
    private record Reply(String hours, @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> from,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> to,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> zone,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> changedBy,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> changedAt) {
    }
}
