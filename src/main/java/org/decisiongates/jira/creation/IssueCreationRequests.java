package org.decisiongates.jira.creation;

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
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;

import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.rest.RowRequestBody;
import org.decisiongates.jira.platform.text.JiraTexts;

/** Answers programs that create an issue of the app for another one, for who may see and link that. */
@JiraComponent
public class IssueCreationRequests {

    private final OwnIssueAccess issues;
    private final CreationProjects projects;
    private final JiraAuthenticationContext authentication;
    private final Responses responses;
    private final JiraTexts texts;

    IssueCreationRequests(OwnIssueAccess issues, CreationProjects projects, JiraAuthenticationContext authentication, Responses responses,
            JiraTexts texts) {
        this.issues = issues;
        this.projects = projects;
        this.authentication = authentication;
        this.responses = responses;
        this.texts = texts;
    }

    /**
     * The answer to a call.
     *
     * @param key  of the issue that another one is created for
     * @param body what was sent, as JSON
     */
    Response answer(HttpServletRequest request, String key, InputStream body, CreationForm form) {
        return responses.changingByJson(request, () -> create(key, body, form));
    }

    private Response create(String key, InputStream body, CreationForm form) throws IOException {
        Issue about = issues.visible(key).orElseThrow(() -> new ProblemException(404, "decision-gates.impact.no-such-issue", key));
        ApplicationUser caller = authentication.getLoggedInUser();
        if (!projects.mayLink(about, caller)) {
            throw new ProblemException(403, "decision-gates.jira.creation.may-not-link", about.getKey());
        }
        Map<String, CreationInput> members = Arrays.stream(form.inputs())
                .collect(Collectors.toMap(CreationInput::member, input -> input, (one, same) -> one, LinkedHashMap::new));
        RowRequestBody<CreationInput> sent = RowRequestBody.read(body, members);
        sent.requireSound(Map.of());
        try {
            CreatedIssue issue = form.creator().create(about, new CreationFormValues(sent.typed()), caller);
            Reply reply = new Reply(issue.key(), issue.created(), texts.texts(issue.undone()),
                    issue.created() ? "" : texts.text("decision-gates.jira.creation.found-why"));
            return issue.created() ? responses.created(reply) : responses.ok(reply);
        } catch (RefusedCreationException e) {
            Map<String, String> errors = new LinkedHashMap<>();
            e.errors().forEach((input, error) -> errors.put(input.member(), error));
            return responses.refused(e.messages(), errors);
        }
    }

    /**
     * What came of a call.
     *
     * @param created whether the issue was created by this call
     * @param undone  what could not be done once it was there; the same call again tries it again
     * @param note    what became of what was sent, where the issue was there already; empty text otherwise
     */
    private record Reply(String key, boolean created, List<String> undone, String note) {
    }
}
