package org.decisiongates.jira.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.QueryParameters;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvents;

/** The gate events of a project, newest first, for its administrators. */
@Path("/journal")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class JournalResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final Access access;
    private final GateEvents events;
    private final HiddenIssueFilter hidden;
    private final Responses responses;

    @Inject
    public JournalResource(Access access, GateEvents events, HiddenIssueFilter hidden, Responses responses) {
        this.access = access;
        this.events = events;
        this.hidden = hidden;
        this.responses = responses;
    }

    /**
     * Administering a project does not include browsing all of its issues: entries about those that the caller may not browse are only
     * counted.
     *
     * @param project project key
     * @param after   sequence number to go on from, as {@code next} of the page before; none for the newest
     * @param limit   how many entries at most, 1 to 200
     */
    @GET
    @LicensedOnly
    public Response journal(@QueryParam("project") String project, @QueryParam("after") String after, @QueryParam("limit") String limit,
            @Context UriInfo address) {
        return responses.to(address, Set.of("project", "after", "limit"), () -> page(project, after, limit));
    }

    private Response page(String project, String after, String limit) {
        long projectId = access.administered(project).getId();
        int most = (int) QueryParameters.number("limit", limit, DEFAULT_LIMIT, MAX_LIMIT);
        List<GateEvents.Entry> entries = events.ofProject(projectId, QueryParameters.number("after", after, Long.MAX_VALUE, Long.MAX_VALUE),
                most);
        List<GateEvents.Entry> visible = browsable(entries);
        return responses.ok(new Page(visible.stream().map(Entry::of).toList(), entries.size() - visible.size(),
                entries.size() == most ? Optional.of(entries.get(most - 1).sequence()) : Optional.empty()));
    }

    private List<GateEvents.Entry> browsable(List<GateEvents.Entry> entries) {
        List<Long> issues = entries.stream().flatMapToLong(entry -> entry.event().issueId().stream()).boxed().toList();
        Set<Long> unseen = hidden.among(issues, access.caller());
        return entries.stream().filter(entry -> entry.event().issueId().stream().noneMatch(unseen::contains)).toList();
    }

    /**
     * @param hidden how many entries are about issues that the caller may not browse
     * @param next   sequence number to go on from
     */
    private record Page(List<Entry> entries, int hidden, Optional<Long> next) {
    }

    private record Entry(long sequence, OptionalLong issueId, String workflow, int actionId, String transition, String actor,
            String source, String policy, int policyVersion, String gate, String enforcement, String verdict, GateEvent.Outcome outcome,
            List<String> failedRules,
            List<RuleReply> results, String settingsHash, Instant at) {

        static Entry of(GateEvents.Entry entry) {
            GateEvent event = entry.event();
            return new Entry(entry.sequence(), event.issueId(), event.workflow(), event.actionId(), event.transition(), event.actor(),
                    event.source(), event.gate().policy(), event.gate().version(), event.gate().key(), event.gate().enforcement(),
                    event.verdict(), event.outcome(), event.failedRules(),
                    event.results().stream().map(RuleReply::of).toList(), event.gate().settingsHash(), event.at());
        }
    }

    private record RuleReply(String rule, String result, String enforcement, Optional<Origin> origin, List<String> findings) {

        static RuleReply of(GateEvent.RuleEntry entry) {
            return new RuleReply(entry.rule(), entry.result(), entry.enforcement(),
                    entry.origin().map(policy -> new Origin(policy.journalKey(), policy.version())), entry.findings());
        }
    }

    /** The policy that a rule comes from; the key of one of a project has the project's id behind it. */
    private record Origin(String key, int version) {
    }
}
