package org.decisiongates.sandbox.jira.web.rest;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.sandbox.host.web.LoginFilter;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.UserRow;

/** Logs in and out with a cookie, for clients that do not want to send the password with every call. */
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {

    private final SandboxJira jira;
    private final Caller caller;
    private final String base;

    SessionResource(SandboxJira jira, Caller caller, String base) {
        this.jira = jira;
        this.caller = caller;
        this.base = base;
    }

    @GET
    public Map<String, Object> current() {
        UserRow user = caller.user();
        return Json.object("self", base + "/rest/api/2/user?username=" + user.name(), "name", user.name(), "loginInfo", Map.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> logIn(ObjectNode body, @Context HttpServletRequest request) {
        String name = IssueResource.given(body).path("username").asText("");
        if (!jira.users().authenticates(name, body.path("password").asText(""))) {
            throw RestProblem.wrongLogin();
        }
        LoginFilter.enter(request, jira.users().byName(name).orElseThrow().key());
        return Json.object("session", Json.object("name", "JSESSIONID", "value", request.getSession().getId()), "loginInfo", Map.of());
    }

    @DELETE
    public Response logOut(@Context HttpServletRequest request) {
        caller.key();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return Response.noContent().build();
    }
}
