package org.decisiongates.jira.blocker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.RowRequestBody;
import org.decisiongates.jira.platform.text.JiraTexts;

/** Raises a Blocker for an issue, as the form does, for who may see and link the issue. */
@Path("/issue/{key}/blockers")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class BlockersResource {

    private static final Map<String, BlockerInput> MEMBERS = Arrays.stream(BlockerInput.values())
            .collect(Collectors.toMap(BlockerInput::member, input -> input, (one, same) -> one, LinkedHashMap::new));

    private final OwnIssueAccess issues;
    private final JiraAuthenticationContext authentication;
    private final BlockerService blockers;
    private final Responses responses;
    private final JiraTexts texts;

    @Inject
    public BlockersResource(OwnIssueAccess issues, JiraAuthenticationContext authentication, BlockerService blockers, Responses responses,
            JiraTexts texts) {
        this.issues = issues;
        this.authentication = authentication;
        this.blockers = blockers;
        this.responses = responses;
        this.texts = texts;
    }

    /** Creates the Blocker, links it, keeps its communication plan and flags the issue; one that is there already is completed. */
    @POST
    @LicensedOnly
    public Response raise(@PathParam("key") String key, @Context HttpServletRequest request, InputStream body) {
        return responses.changingByJson(request, () -> raise(key, body));
    }

    private Response raise(String key, InputStream body) throws IOException {
        Issue blocked = issues.visible(key).orElseThrow(() -> new ProblemException(404, "decision-gates.impact.no-such-issue", key));
        ApplicationUser caller = authentication.getLoggedInUser();
        if (!blockers.mayLink(blocked, caller)) {
            throw new ProblemException(403, "decision-gates.jira.blocker.may-not-link", blocked.getKey());
        }
        RowRequestBody<BlockerInput> sent = RowRequestBody.read(body, MEMBERS);
        sent.requireSound(Map.of());
        try {
            RaisedBlocker raised = blockers.raise(blocked, new BlockerDraft(sent.typed()), caller);
            Reply reply = new Reply(raised.key(), raised.created(), texts.texts(raised.undone()));
            return raised.created() ? responses.created(reply) : responses.ok(reply);
        } catch (RefusedBlockerException e) {
            Map<String, String> members = new LinkedHashMap<>();
            e.errors().forEach((input, error) -> members.put(input.member(), error));
            return responses.refused(e.messages(), members);
        }
    }

    /**
     * What came of a call.
     *
     * @param created whether the Blocker was created by this call
     * @param undone  what could not be done once it was there; the same call again tries it again
     */
    private record Reply(String key, boolean created, List<String> undone) {
    }
}
