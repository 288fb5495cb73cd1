package org.decisiongates.jira.rest;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.project.Enabling;
import org.decisiongates.jira.search.BadQueryException;

/** Turns whatever a resource throws into an answer; what was not foreseen goes into the log and is told by a number only. */
@Provider
public class Problems implements ExceptionMapper<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Answers answers;

    @Inject
    public Problems(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Response toResponse(Exception thrown) {
        if (thrown instanceof Problem problem) {
            return answers.problem(problem);
        }
        if (thrown instanceof BadQueryException refused) {
            return answers.errors(Response.Status.BAD_REQUEST.getStatusCode(), refused.messages());
        }
        if (thrown instanceof Enabling.Refused refused) {
            return answers.errors(Response.Status.CONFLICT.getStatusCode(), answers.told(refused.obstacles()));
        }
        if (thrown instanceof WebApplicationException known) {
            Response response = known.getResponse();
            return answers.errors(response.getStatus(), List.of(response.getStatusInfo().getReasonPhrase()));
        }
        String reference = UUID.randomUUID().toString();
        LOG.error("a call of the REST resources failed; told as {}", reference, thrown);
        return answers.errors(Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(), List.of(answers.text("decision-gates.jira.rest.failed", reference)));
    }
}
