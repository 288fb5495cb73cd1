package org.decisiongates.sandbox.jira.web.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.decisiongates.sandbox.jira.model.SandboxJira;

/** Groups whose name holds a text. */
@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
public final class GroupsResource {

    /** What Jira shows at most, whatever is asked for, unless a system property says otherwise. */
    private static final int MAX = 20;

    private final SandboxJira jira;
    private final Caller caller;

    GroupsResource(SandboxJira jira, Caller caller) {
        this.jira = jira;
        this.caller = caller;
    }

    @GET
    @Path("picker")
    public Map<String, Object> picker(@DefaultValue("") @QueryParam("query") String text,
            @DefaultValue("20") @QueryParam("maxResults") int max) {
        caller.key();
        List<String> found = jira.users().allGroups().stream()
                .filter(group -> group.toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT))).sorted().toList();
        List<Map<String, Object>> shown = found.stream().limit(Math.max(0, Math.min(max, MAX)))
                .map(group -> Map.<String, Object>of("name", group, "html", group, "labels", List.of())).toList();
        return Map.of("groups", shown, "total", found.size(), "header",
                "Showing " + shown.size() + " of " + found.size() + " matching groups");
    }
}
