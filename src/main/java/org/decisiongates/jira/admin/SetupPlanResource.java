package org.decisiongates.jira.admin;

import java.util.List;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.project.ProjectEnablement;
import org.decisiongates.jira.project.SetupPlan;
import org.decisiongates.jira.project.SetupPlanLine;

/** What enabling a project would make and change; asking changes nothing. For administrators of Jira. */
@Path("/projects/{key}/set-up-plan")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public class SetupPlanResource {

    private final Access access;
    private final ProjectEnablement enablement;
    private final JiraTexts texts;
    private final Responses responses;

    @Inject
    public SetupPlanResource(Access access, ProjectEnablement enablement, JiraTexts texts, Responses responses) {
        this.access = access;
        this.enablement = enablement;
        this.texts = texts;
        this.responses = responses;
    }

    /** The plan of one project. */
    @GET
    @AdminOnly
    public Response plan(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> {
            access.requireAdmin();
            return responses.ok(reply(enablement.plan(access.existing(key))));
        });
    }

    private Reply reply(SetupPlan plan) {
        return new Reply(plan.key(), plan.name(), plan.isEnabled(), texts.texts(plan.obstacles()), lines(plan.schemes()),
                lines(plan.parts()));
    }

    private List<Line> lines(List<SetupPlanLine> lines) {
        return lines.stream().map(line -> new Line(line.kind(), line.name(), line.effect(), line.types(), line.sharedWith(), line.sharing(),
                texts.texts(line.obstacles()))).toList();
    }

    /**
     * @param obstacles why it cannot be enabled; none when it can be, or is
     * @param schemes   what belongs to the project
     * @param parts     what is made once for all projects
     */
    private record Reply(String key, String name, boolean enabled, List<String> obstacles, List<Line> schemes, List<Line> parts) {
    }

    private record Line(SetupPlanLine.Kind kind, String name, SetupPlanLine.Effect effect, List<OwnIssueType> types,
            List<String> sharedWith, int sharing, List<String> obstacles) {
    }
}
