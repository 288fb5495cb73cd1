package org.decisiongates.jira.summary;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.QueryParameters;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.search.BadQueryException;
import org.decisiongates.jira.platform.search.ResolvedScope;
import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.json.Json;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.SummaryJson;
import org.decisiongates.summary.SummaryTable;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.text.Sha256;
import org.decisiongates.time.Week;

/** The week of a project or a query, over what the caller may browse. */
@Path("/summary")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class SummaryResource {

    private static final int MAX_QUESTIONS = 20;

    private static final int TAG_DIGITS = 32;
    private static final String TABLE = "table";
    private static final String FORMAT = "format";
    private static final String BLOCKERS = "blockers";

    private final Access access;
    private final ScopeResolver scopes;
    private final SummaryService summaries;
    private final ProjectTime time;
    private final Responses responses;

    @Inject
    public SummaryResource(Access access, ScopeResolver scopes, SummaryService summaries, ProjectTime time, Responses responses) {
        this.access = access;
        this.scopes = scopes;
        this.summaries = summaries;
        this.time = time;
        this.responses = responses;
    }

    /**
     * @param project project key; either this or {@code jql}
     * @param jql     query in Jira's language
     * @param week    {@code current}, {@code last}, {@code 2026-W47}, or a moment of the week; none for the current one
     * @param compare an earlier week, {@code previous} or {@code 2026-W46}, that it is compared with; none for none
     * @param owner   name of the owner whose items are listed, {@code -} for nobody; none for everybody
     * @param request its If-None-Match holds tags of answers the caller has. Not read through JAX-RS, whose look-up lowers the name in the
     *                default locale: if that is Turkish the header is not found
     */
    @GET
    @LicensedOnly
    public Response summary(@QueryParam("project") String project, @QueryParam("jql") String jql, @QueryParam("week") String week,
            @QueryParam("compare") String compare, @QueryParam("owner") String owner, @Context HttpServletRequest request,
            @Context UriInfo address) {
        return responses.to(() -> {
            WeeklySummary summary = summary(SummaryQuery.of(address.getQueryParameters()));
            String json = SummaryJson.write(summary);
            String tag = tag(json, summary.header().asOf());
            return isKnown(tag, request.getHeader("If-None-Match")) ? responses.unchanged(tag) : responses.tagged(json, tag);
        });
    }

    /**
     * Several questions at once, each answered on its own: one that cannot be answered does not affect the others. At least the
     * first is answered; what takes longer than a second has status 202 and can be asked again.
     *
     * @param questions queries as they would stand behind the question mark, at most 20; none to find out whether the app answers
     */
    @GET
    @Path("/batch")
    @LicensedOnly
    public Response batch(@QueryParam("q") List<String> questions, @Context UriInfo address) {
        return responses.to(() -> answered(questions, address));
    }

    private Response answered(List<String> questions, UriInfo address) {
        QueryParameters.requireKnown(address.getQueryParameters().keySet(), Set.of("q"));
        if (questions.size() > MAX_QUESTIONS) {
            throw new ProblemException(400, "decision-gates.jira.rest.not-so-many-questions", MAX_QUESTIONS, questions.size());
        }
        return responses.written(new TimedBatch(System::nanoTime).answer(questions, this::one));
    }

    private String one(String question) {
        try {
            return Json.write(new Answered(200, SummaryJson.write(summary(SummaryQuery.parse(question))), null));
        } catch (BadQueryException | RuntimeException e) {
            Response refusal = responses.refusal(e);
            return Json.write(new Answered(refusal.getStatus(), null, refusal.getEntity().toString()));
        }
    }

    /**
     * A table of the week as a file.
     *
     * @param project project key; either this or {@code jql}
     * @param jql     query in Jira's language
     * @param week    as for the summary
     * @param compare as for the summary; without it there is no table {@code changes}
     * @param owner   as for the summary
     * @param table   {@code blockers}, or another member of the summary that is a list; none for {@code blockers}
     * @param format  {@code csv} or {@code json}; none for {@code csv}
     */
    @GET
    @Path("/export")
    @Produces(MediaType.WILDCARD)
    @LicensedOnly
    public Response export(@QueryParam("project") String project, @QueryParam("jql") String jql, @QueryParam("week") String week,
            @QueryParam("compare") String compare, @QueryParam("owner") String owner, @QueryParam("table") String table,
            @QueryParam("format") String format, @Context UriInfo address) {
        return responses.to(() -> {
            Map<String, List<String>> asked = new HashMap<>(address.getQueryParameters());
            asked.keySet().removeAll(Set.of(TABLE, FORMAT));
            String name = table == null ? BLOCKERS : table;
            SummaryTable<?> wanted = SummaryTable.named(name).orElseThrow(() -> new ProblemException(400,
                    "decision-gates.jira.rest.no-such-table", name, String.join(", ", SummaryTable.names())));
            boolean isJson = "json".equals(format);
            if (!isJson && format != null && !format.equals("csv")) {
                throw new ProblemException(400, "decision-gates.jira.rest.no-such-format", format);
            }
            WeeklySummary summary = summary(SummaryQuery.of(asked));
            String text = (isJson ? wanted.json(summary) : wanted.csv(summary)).orElseThrow(
                    () -> new ProblemException(410, "decision-gates.jira.rest.no-table", wanted.name(), summary.header().week()));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return responses.file((StreamingOutput) out -> out.write(bytes), isJson ? MediaType.APPLICATION_JSON : "text/csv",
                    wanted.name() + "-" + summary.header().week() + (isJson ? ".json" : ".csv"));
        });
    }

    /**
     * What is different between two weeks of a project, item by item.
     *
     * @param project project key
     * @param from    the earlier week, {@code 2026-W46}; none for the week before the later one
     * @param to      the later week, {@code 2026-W47}; {@code live} or none for now
     */
    @GET
    @Path("/comparison")
    @LicensedOnly
    public Response comparison(@QueryParam("project") String project, @QueryParam("from") String from, @QueryParam("to") String to,
            @Context UriInfo address) {
        return responses.to(() -> {
            SummaryQuery query = SummaryQuery.ofTwoWeeks(address.getQueryParameters());
            WeeklySummary summary = summary(query);
            String earlier = query.comparedWith(time.now()).map(Week::text).orElse("");
            if (summary.header().gaps().contains(SummaryHeader.Gap.COMPARED_WEEK_NOT_KEPT)) {
                throw new ProblemException(410, "decision-gates.jira.rest.week-not-kept", earlier);
            }
            if (summary.header().gaps().contains(SummaryHeader.Gap.COMPARED_WEEK_ALTERED)) {
                throw new ProblemException(409, "decision-gates.jira.rest.week-altered", earlier);
            }
            return responses.written(SummaryJson.writeComparison(summary));
        });
    }

    private WeeklySummary summary(SummaryQuery query) throws BadQueryException {
        ApplicationUser caller = access.caller();
        // the project first: the answer about the week must not reveal that a hidden one exists
        ResolvedScope scope = query.jql().isEmpty() ? scopes.of(access.browsable(query.project())) : scopes.of(caller, query.jql());
        Week week = query.weekAt(time.now());
        WeekResult result = summaries.read(scope, week, caller, query.options(time.now()));
        if (result instanceof WeekResult.Found found) {
            return found.summary();
        }
        throw result instanceof WeekResult.Altered ? new ProblemException(409, "decision-gates.jira.rest.week-altered", week.text())
                : new ProblemException(410, scope.project().isEmpty() ? "decision-gates.jira.rest.week-not-kept-for-queries"
                        : "decision-gates.jira.rest.week-not-kept", week.text());
    }

    /** Names the content of a summary, whenever it was read: equal tags mean equal summaries, apart from the time they were read. */
    private static String tag(String json, Instant asOf) {
        // inside a user's text every quotation mark is escaped: this cannot be part of one
        String timeless = json.replace("\"asOf\":\"" + asOf + "\"", "");
        return "W/\"" + new Sha256().update(timeless).hex().substring(0, TAG_DIGITS) + "\"";
    }

    /** As If-None-Match compares: several tags with commas between them, weak or not, or a star. */
    private static boolean isKnown(String tag, String known) {
        return known != null && Arrays.stream(known.split(",")).map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || ("W/" + one).equals(tag));
    }

    /**
     * One answer of a batch, of parts that are JSON already and null where there are none.
     *
     * @param errors what the call would have been answered on its own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Answered(int status, @JsonRawValue String summary, @JsonRawValue String errors) {
    }
}
