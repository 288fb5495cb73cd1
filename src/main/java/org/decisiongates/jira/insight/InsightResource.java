package org.decisiongates.jira.insight;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

import org.decisiongates.insight.GateInsight;
import org.decisiongates.insight.GateInsight.Bucket;
import org.decisiongates.insight.GateInsight.RuleRefusals;
import org.decisiongates.jira.audit.GateFilterParser;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.text.Csv;
import org.decisiongates.timeline.GateEvent.Outcome;

/** What gates did over a time, in numbers: of a project, for whoever may browse it, or of all of Jira, for administrators. */
@Path("/insight")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class InsightResource {

    private final Access access;
    private final InsightService insights;
    private final ProjectTime time;
    private final Responses responses;

    @Inject
    public InsightResource(Access access, InsightService insights, ProjectTime time, Responses responses) {
        this.access = access;
        this.insights = insights;
        this.time = time;
        this.responses = responses;
    }

    /** The numbers of a filter; {@link GateFilterParser} has its parameters. */
    @GET
    @LicensedOnly
    public Response insight(@QueryParam("project") String project, @Context UriInfo address) {
        return responses.to(address, GateFilterParser.parametersAnd("project"), () -> {
            InsightService.Result result = read(project, address);
            return responses.ok(new Answer(result.insight().timeline().stream().map(Entry::of).toList(),
                    result.insight().rules().stream().map(RuleAnswer::of).toList(), result.isCutOff()));
        });
    }

    /** The same as a file: a line for each day or week, one for each rule, and whether older entries were left out. */
    @GET
    @Path("/export")
    @Produces(MediaType.WILDCARD)
    @LicensedOnly
    public Response export(@QueryParam("project") String project, @Context UriInfo address) {
        return responses.to(address, GateFilterParser.parametersAnd("project"),
                () -> responses.file(csv(read(project, address)), "gate-insight.csv"));
    }

    private InsightService.Result read(String project, UriInfo address) {
        Optional<Long> id = Optional.empty();
        if (project == null || project.isEmpty()) {
            access.requireAdmin();
        } else {
            id = Optional.of(access.browsable(project).getId());
        }
        LocalDate today = time.now().toLocalDate();
        LocalDate first = InsightPage.firstDay(today);
        GateFilterParser asked = GateFilterParser.of(address, time.zone());
        asked.requireAtMost(InsightPage.MAX_DAYS, first, today);
        return insights.read(asked.readable(id, first, today), access.caller());
    }

    private static String csv(InsightService.Result result) {
        GateInsight insight = result.insight();
        StringBuilder csv = new StringBuilder();
        List<String> heading = new ArrayList<>(List.of("start"));
        Arrays.stream(Outcome.values()).map(Enum::name).forEach(heading::add);
        csv.append(Csv.line(heading));
        for (Bucket bucket : insight.timeline()) {
            List<String> line = new ArrayList<>(List.of(bucket.start().toString()));
            Arrays.stream(Outcome.values()).map(outcome -> String.valueOf(bucket.count(outcome))).forEach(line::add);
            csv.append(Csv.line(line));
        }
        csv.append("\r\n").append(Csv.line(List.of("rule", "refused", "attempts", "passedLater", "medianSecondsUntilPassed")));
        for (RuleRefusals rule : insight.rules()) {
            csv.append(Csv.line(List.of(rule.rule(), String.valueOf(rule.refused()), String.valueOf(rule.attempts()),
                    String.valueOf(rule.passedLater()),
                    rule.medianUntilPassed().map(Duration::toSeconds).map(String::valueOf).orElse(""))));
        }
        csv.append("\r\n").append(Csv.line(List.of("cutOff"))).append(Csv.line(List.of(String.valueOf(result.isCutOff()))));
        return csv.toString();
    }

    /** @param cutOff whether older entries were left out */
    private record Answer(List<Entry> timeline, List<RuleAnswer> rules, boolean cutOff) {
    }

    /** @param counts gates by outcome, those that there were */
    private record Entry(LocalDate start, Map<String, Long> counts) {

        static Entry of(Bucket bucket) {
            Map<String, Long> counts = new LinkedHashMap<>();
            Arrays.stream(Outcome.values()).filter(outcome -> bucket.count(outcome) > 0)
                    .forEach(outcome -> counts.put(outcome.name(), bucket.count(outcome)));
            return new Entry(bucket.start(), counts);
        }
    }

    private record RuleAnswer(String rule, long refused, long attempts, long passedLater, Optional<Long> medianSecondsUntilPassed) {

        static RuleAnswer of(RuleRefusals rule) {
            return new RuleAnswer(rule.rule(), rule.refused(), rule.attempts(), rule.passedLater(),
                    rule.medianUntilPassed().map(Duration::toSeconds));
        }
    }
}
