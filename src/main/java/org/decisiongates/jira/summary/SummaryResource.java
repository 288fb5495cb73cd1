package org.decisiongates.jira.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

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
import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.search.BadQueryException;
import org.decisiongates.json.Json;

/** The week of a project or a query, over what the caller may browse. */
@Path("/summary")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public class SummaryResource {

    private static final int MAX_QUESTIONS = 20;

    private final SummaryAnswers summaries;
    private final Responses answers;

    @Inject
    public SummaryResource(SummaryAnswers summaries, Responses answers) {
        this.summaries = summaries;
        this.answers = answers;
    }

    /**
     * @param project project key; either this or {@code jql}
     * @param jql     query in Jira's language
     * @param week    {@code current}, {@code last} or {@code 2026-W47}; none for the current one
     * @param request its If-None-Match holds tags of answers the caller has. Not read through JAX-RS, whose look-up lowers the name in the
     *                default locale: where that is Turkish nobody finds it
     */
    @GET
    @LicensedOnly
    public Response summary(@QueryParam("project") String project, @QueryParam("jql") String jql, @QueryParam("week") String week,
            @Context HttpServletRequest request, @Context UriInfo address) {
        return answers.to(() -> {
            SummaryAnswers.Answer answer = summaries.answer(SummaryQuery.of(address.getQueryParameters()));
            return isKnown(answer.tag(), request.getHeader("If-None-Match")) ? answers.unchanged(answer.tag())
                    : answers.tagged(answer.json(), answer.tag());
        });
    }

    /**
     * Several questions at once, each answered on its own: one that cannot be answered does not keep the others from it. At least the
     * first is answered; what a second is not enough for has status 202 and can be asked again.
     *
     * @param questions queries as they would stand behind the question mark, at most 20; none to find out whether the app answers
     */
    @GET
    @Path("/batch")
    @LicensedOnly
    public Response batch(@QueryParam("q") List<String> questions, @Context UriInfo address) {
        return answers.to(() -> answered(questions, address));
    }

    private Response answered(List<String> questions, UriInfo address) {
        SummaryQuery.requireKnown(address.getQueryParameters(), Set.of("q"));
        if (questions.size() > MAX_QUESTIONS) {
            throw new ProblemException(400, "decision-gates.jira.rest.not-so-many-questions", MAX_QUESTIONS, questions.size());
        }
        return answers.written(new TimedBatch(System::nanoTime).answer(questions, this::one));
    }

    private String one(String question) {
        try {
            return Json.write(new Answered(200, summaries.answer(SummaryQuery.parse(question)).json(), null));
        } catch (BadQueryException | RuntimeException e) {
            Response refusal = answers.refusal(e);
            return Json.write(new Answered(refusal.getStatus(), null, refusal.getEntity().toString()));
        }
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
