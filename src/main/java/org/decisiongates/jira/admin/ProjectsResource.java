package org.decisiongates.jira.admin;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.project.Project;
import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.decisiongates.jira.platform.rest.QueryParameters;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.project.ProjectEnablement;
import org.decisiongates.jira.project.ProjectState;
import org.decisiongates.jira.project.ProjectUndo;
import org.decisiongates.jira.timeline.BackFill;
import org.decisiongates.jira.timeline.Progress;

/** Lists the projects that use Decisions and Blockers, enables others, and takes that back. For administrators of Jira. */
@Path("/projects")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public class ProjectsResource {

    private static final int PAGE = 50;
    private static final int MAX_PAGE = 200;
    private static final int MAX_START = 1_000_000;

    private final Access access;
    private final ProjectSearch search;
    private final ProjectEnablement enablement;
    private final ProjectUndo undo;
    private final SetupPlanViews plans;
    private final BackFill backFill;
    private final ConfirmedAdminAccess confirmed;
    private final JiraTexts texts;
    private final Responses responses;

    @Inject
    public ProjectsResource(Access access, ProjectSearch search, ProjectEnablement enablement, ProjectUndo undo, SetupPlanViews plans,
            BackFill backFill,
            ConfirmedAdminAccess confirmed, JiraTexts texts, Responses responses) {
        this.access = access;
        this.search = search;
        this.enablement = enablement;
        this.undo = undo;
        this.plans = plans;
        this.backFill = backFill;
        this.confirmed = confirmed;
        this.texts = texts;
        this.responses = responses;
    }

    /**
     * The state of projects, by key.
     *
     * @param query a part of their key or name; all without it
     * @param start how many to leave out, as {@code next} of the page before
     * @param limit how many at most, 1 to 200
     */
    @GET
    @AdminOnly
    public Response projects(@QueryParam("query") String query, @QueryParam("start") String start, @QueryParam("limit") String limit,
            @Context UriInfo address) {
        return responses.to(address, Set.of("query", "start", "limit"), () -> {
            access.requireAdmin();
            int from = QueryParameters.number("start", start, 0, 0, MAX_START);
            int most = QueryParameters.number("limit", limit, PAGE, 1, MAX_PAGE);
            List<Project> found = search.matching(query == null ? "" : query.strip());
            List<Project> shown = ProjectSearch.page(found, from, most);
            return responses.ok(new Projects(enablement.states(shown).stream().map(this::entry).toList(), found.size(),
                    from + most < found.size() ? Optional.of(from + most) : Optional.empty()));
        });
    }

    private Entry entry(ProjectState state) {
        return new Entry(state.key(), state.name(), state.enabled(),
                state.enabled() ? Optional.of(Read.of(backFill.progress(access.existing(state.key())).orElse(Progress.NONE)))
                        : Optional.empty(),
                texts.texts(state.obstacles()));
    }

    /** Enables a project; the body says nothing and may be empty. */
    @POST
    @Path("/{key}/enable")
    @AdminOnly
    public Response enable(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return responses.to(() -> {
            confirmed.require(request, body);
            return enabled(access.existing(key));
        });
    }

    private Response enabled(Project project) {
        try {
            return responses.ok(new Enabled(project.getKey(), true, texts.texts(enablement.enable(project))));
        } catch (ProjectEnablement.Refused refused) {
            throw new ProblemException(Response.Status.CONFLICT.getStatusCode(), refused.obstacles());
        }
    }

    /** What can be taken back of enabling a project, and why it cannot be now. */
    @GET
    @Path("/{key}/undo")
    @AdminOnly
    public Response undoList(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> {
            access.requireAdmin();
            Project project = access.existing(key);
            UndoListView list = plans.undo(project.getKey(), undo.list(project));
            return responses.ok(new Steps(list.project(), list.steps(), list.obstacles()));
        });
    }

    /** Takes back what enabling the project did; the body says nothing and may be empty. */
    @POST
    @Path("/{key}/undo")
    @AdminOnly
    public Response takeBack(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return responses.to(() -> {
            confirmed.require(request, body);
            Project project = access.existing(key);
            List<String> said = texts.texts(undo.takeBack(project));
            return responses.ok(new TakenBack(project.getKey(), said, plans.sentences(undo.list(project))));
        });
    }

    /**
     * @param total how many were found
     * @param next  where the next page begins; missing on the last
     */
    private record Projects(List<Entry> projects, int total, @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> next) {
    }

    /** @param journal there when the project is enabled */
    private record Entry(String key, String name, boolean enabled, @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Read> journal,
            List<String> obstacles) {
    }

    /** How far the history of the project's issues was read into the journal; {@code total} is -1 until they are counted. */
    private record Read(long done, long total, long failed, boolean complete) {

        static Read of(Progress progress) {
            return new Read(progress.done(), progress.total(), progress.failed(), progress.isComplete());
        }
    }

    private record Enabled(String key, boolean enabled, List<String> done) {
    }

    private record Steps(String key, List<String> steps, List<String> obstacles) {
    }

    /** @param left the steps that are still on the undo list */
    private record TakenBack(String key, List<String> done, List<String> left) {
    }
}
