package org.decisiongates.jira.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.audit.GateSeal;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.QueryParameters;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateFilter;
import org.decisiongates.timeline.Page.Position;

/** The journal of gates of a project as evidence: a page of it, or all of it as a file; for those who may read it. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class AuditResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

    private final AuditPermission permission;
    private final Access access;
    private final AuditReader reader;
    private final ProjectTime time;
    private final Responses responses;

    @Inject
    public AuditResource(AuditPermission permission, Access access, AuditReader reader, ProjectTime time, Responses responses) {
        this.permission = permission;
        this.access = access;
        this.reader = reader;
        this.time = time;
        this.responses = responses;
    }

    /**
     * A page of what a filter finds, newest first; {@link GateFilterParser} has the parameters of the filter.
     *
     * @param after the place to go on from, as {@code next} of the page before
     * @param limit how many entries at most, 1 to 500
     */
    @GET
    @LicensedOnly
    public Response audit(@QueryParam("project") String project, @QueryParam("after") String after, @QueryParam("limit") String limit,
            @Context UriInfo address) {
        return responses.to(address, GateFilterParser.parametersAnd("project", "after", "limit"), () -> {
            GateFilter filter = filter(permission.audited(project), address);
            AuditReader.AuditPage page = reader.read(filter, position(after),
                    (int) QueryParameters.number("limit", limit, DEFAULT_LIMIT, AuditReader.MAX_ENTRIES), access.caller());
            return responses.ok(new Page(page.entries().stream().map(Entry::of).toList(), page.hidden(),
                    page.next().map(AuditResource::text)));
        });
    }

    /** All that a filter finds as a file, written while it is read. */
    @GET
    @Path("/export")
    @Produces(MediaType.WILDCARD)
    @LicensedOnly
    public Response export(@QueryParam("project") String project, @QueryParam("format") String format, @Context UriInfo address) {
        return responses.to(address, GateFilterParser.parametersAnd("project", "format"), () -> {
            Project audited = permission.audited(project);
            GateFilter filter = filter(audited, address);
            ApplicationUser caller = access.caller();
            AuditExport export = AuditExport.named(format)
                    .orElseThrow(() -> new ProblemException(400, "decision-gates.jira.audit.no-such-format", String.valueOf(format)));
            StreamingOutput file = out -> export.write(after -> reader.read(filter, after, AuditReader.MAX_ENTRIES, caller), out);
            return responses.file(file, export.type(), "gates-" + audited.getKey() + "." + export.extension());
        });
    }

    private GateFilter filter(Project project, UriInfo address) {
        return GateFilterParser.of(address, time.zone()).readable(Optional.of(project.getId()), BEGINNING, time.now().toLocalDate());
    }

    /** A place as an address has it, {@code 1764000000000-57}. */
    static String text(Position position) {
        return position.values().get(0) + "-" + position.values().get(1);
    }

    static Position position(String text) {
        if (text == null || text.isEmpty()) {
            return Position.START;
        }
        if (!text.matches("[0-9]{1,15}-[0-9]{1,18}")) {
            throw new ProblemException(400, "decision-gates.jira.audit.not-a-place", text);
        }
        int dash = text.indexOf('-');
        return new Position(List.of(Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1))));
    }

    /** @param next what to send as {@code after} */
    private record Page(List<Entry> entries, int hidden, Optional<String> next) {
    }

    /**
     * An entry as pages and exported files have it.
     *
     * @param seal empty until it is sealed
     */
    record Entry(long sequence, Instant at, Optional<String> issue, Optional<Long> issueId, String workflow, int actionId,
            String transition,
            String actor, String source, String policy, int policyVersion, String gate, String enforcement, String verdict,
            GateEvent.Outcome outcome, List<RuleReply> results, String settingsHash, Optional<Seal> seal) {

        static Entry of(AuditEntry entry) {
            GateEvent event = entry.event();
            return new Entry(entry.sequence(), event.at(), entry.issueKey(), event.issueId().stream().boxed().findFirst(), event.workflow(),
                    event.actionId(), event.transition(), event.actor(), event.source(), event.gate().policy(), event.gate().version(),
                    event.gate().key(), event.gate().enforcement(), event.verdict(), event.outcome(),
                    event.results().stream().map(RuleReply::of).toList(),
                    event.gate().settingsHash(), entry.seal().map(seal -> Seal.of(seal, entry)));
        }
    }

    /**
     * @param position in the chain of the project
     * @param hash     of the chain of the issue
     */
    record Seal(Optional<Long> position, Instant sealedAt, String hash, String projectHash) {

        static Seal of(GateSeal seal, AuditEntry entry) {
            return new Seal(entry.position(), seal.at(), seal.hash(), seal.projectHash());
        }
    }

    record RuleReply(String rule, String result, String enforcement, Optional<Origin> origin, List<String> findings) {

        static RuleReply of(GateEvent.RuleEntry entry) {
            return new RuleReply(entry.rule(), entry.result(), entry.enforcement(),
                    entry.origin().map(policy -> new Origin(policy.journalKey(), policy.version())), entry.findings());
        }
    }

    /** The policy that a rule comes from; the key of one of a project has the project's id behind it. */
    record Origin(String key, int version) {
    }
}
