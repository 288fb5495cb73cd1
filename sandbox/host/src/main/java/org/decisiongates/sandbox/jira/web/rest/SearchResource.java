package org.decisiongates.sandbox.jira.web.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.JqlProblem;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.SearchPage;

/** Finds issues by JQL. */
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchResource {

    private static final int MAX = 1000;

    private final SandboxJira jira;
    private final Caller caller;
    private final IssueJson issues;

    SearchResource(SandboxJira jira, Caller caller, IssueJson issues) {
        this.jira = jira;
        this.caller = caller;
        this.issues = issues;
    }

    @GET
    public Map<String, Object> get(@DefaultValue("") @QueryParam("jql") String jql, @DefaultValue("0") @QueryParam("startAt") String start,
            @DefaultValue("50") @QueryParam("maxResults") String max, @QueryParam("fields") List<String> fields,
            @QueryParam("expand") String expand) {
        return find(jql, number("startAt", start), number("maxResults", max), fields, IssueJson.expand(expand));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> post(ObjectNode body) {
        JsonNode asked = IssueResource.given(body);
        return find(asked.path("jql").asText(""), number("startAt", asked.path("startAt").asText("0")),
                number("maxResults", asked.path("maxResults").asText("50")), texts(asked.path("fields")), texts(asked.path("expand")));
    }

    private Map<String, Object> find(String jql, int start, int max, List<String> fields, List<String> expand) {
        String user = caller.key();
        Predicate<FieldRow> wanted = IssueJson.wanted(fields, "*navigable");
        try {
            jira.search().check(user, jql);
            SearchPage page = jira.search().find(user, jql, start, Math.min(max, MAX));
            return Json.object("expand", "schema,names", "startAt", page.start(), "maxResults", page.max(), "total", page.total(), "issues",
                    page.issues().stream().map(issue -> issues.write(issue, user, wanted, expand)).toList());
        } catch (JqlProblem problem) {
            throw RestProblem.bad(problem.messages());
        }
    }

    private static int number(String name, String text) {
        if (!text.matches("\\d{1,9}")) {
            throw RestProblem.bad("The value '" + text + "' of '" + name + "' must be a whole number that is not negative.");
        }
        return Integer.parseInt(text);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.addAll(IssueJson.expand(node.asText()));
        }
        node.elements().forEachRemaining(element -> texts.add(element.asText()));
        return texts;
    }
}
