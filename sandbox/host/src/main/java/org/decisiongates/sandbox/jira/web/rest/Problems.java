package org.decisiongates.sandbox.jira.web.rest;

import java.util.Optional;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where what went wrong becomes a REST answer; nothing inside Jira is told to the caller. */
final class Problems implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof RestProblem problem) {
            return answer(problem);
        }
        if (thrown instanceof JacksonException json) {
            return answer(RestProblem.bad("The request body is not the JSON object this resource takes" + where(json) + "."));
        }
        if (thrown instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return answer(RestProblem.of(status, switch (status) {
                case 404 -> "There is no such resource in the sandbox's REST.";
                case 405 -> "This resource does not take this method.";
                case 415 -> "This resource takes JSON: send Content-Type: application/json.";
                default -> "The request was refused (HTTP " + status + ").";
            }));
        }
        LOG.error("A REST call failed", thrown);
        return answer(RestProblem.of(500, "Internal server error: the reason is in the log. Nothing was changed."));
    }

    private static String where(JacksonException json) {
        return Optional.ofNullable(json.getLocation()).map(Problems::lineAndColumn).orElse("");
    }

    private static String lineAndColumn(JsonLocation location) {
        return location.getLineNr() < 1 ? "" : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static Response answer(RestProblem problem) {
        Response.ResponseBuilder response = Response.status(problem.status()).type(MediaType.APPLICATION_JSON_TYPE).entity(problem.body());
        if (problem.status() == 401) {
            response.header("WWW-Authenticate", "OAuth realm=\"sandbox\"");
        }
        return response.build();
    }
}
