package org.decisiongates.sandbox.jira.web.rest;

import jakarta.servlet.http.HttpServlet;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** The servlets of Jira's own REST. */
public final class JiraRest {

    private final SandboxJira jira;
    private final Caller caller;
    private final Json json;
    private final String base;

    public JiraRest(Box box, SandboxJira jira) {
        this.jira = jira;
        base = box.baseUrl();
        caller = new Caller(box.currentUser(), jira);
        json = new Json(jira, base);
    }

    /** {@code /rest/api/2}. */
    public HttpServlet api() {
        FieldValues values = new FieldValues(jira, json);
        Inputs inputs = new Inputs(jira, values);
        IssueJson issues = new IssueJson(jira, json, values);
        MetaJson meta = new MetaJson(jira, json);
        return servlet(new SystemResource(jira, json, caller, base), new PeopleResource(jira, json, caller),
                new GroupsResource(jira, caller),
                new ProjectResource(jira, json, caller),
                new IssueResource(jira, json, caller, inputs, issues, meta), new CreateMetaResource(jira, json, caller, meta),
                new TransitionResource(jira, json, caller, inputs, meta), new CommentResource(jira, json, caller),
                new LinkResource(jira, caller),
                new VersionResource(jira, json, caller), new SearchResource(jira, caller, issues));
    }

    /** {@code /rest/auth/1}. */
    public HttpServlet auth() {
        return servlet(new SessionResource(jira, caller, base));
    }

    private static HttpServlet servlet(Object... resources) {
        ResourceConfig config = new ResourceConfig().registerInstances(resources).register(new Problems())
                .register(JacksonFeature.withoutExceptionMappers())
                .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true).property(ServerProperties.WADL_FEATURE_DISABLE, true);
        return new ServletContainer(config);
    }
}
