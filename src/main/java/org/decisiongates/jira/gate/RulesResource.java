package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.Responses;

/** The rules a gate can ask, in the caller's language: what each requires and why, its settings, what it finds, and how to correct that. */
@Path("/rules")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class RulesResource {

    private final RuleDescriptions rules;
    private final Responses responses;

    @Inject
    public RulesResource(RuleDescriptions rules, Responses responses) {
        this.rules = rules;
        this.responses = responses;
    }

    /** Every rule in a few words. */
    @GET
    @LicensedOnly
    public Response rules(@Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.ok(new RuleList(rules.all().stream()
                .map(rule -> new ListedRule(rule.key(), rule.name(), rule.description(), rule.why(), rule.page())).toList())));
    }

    /** All that a rule says about itself. */
    @GET
    @Path("/{key}")
    @LicensedOnly
    public Response rule(@PathParam("key") String key, @Context UriInfo address) {
        return responses.to(address, Set.of(), () -> responses.ok(
                rules.of(key).orElseThrow(() -> new ProblemException(404, "decision-gates.jira.gate.rules.unknown", key))));
    }

    private record RuleList(List<ListedRule> rules) {
    }

    private record ListedRule(String key, String name, String description, String why, String page) {
    }
}
