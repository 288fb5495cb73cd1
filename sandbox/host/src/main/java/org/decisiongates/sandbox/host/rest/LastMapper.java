package org.decisiongates.sandbox.host.rest;

import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.sandbox.host.web.Errors;

/** What a caller is told about an exception no mapper of the plugin wanted: status and message, never a stack trace. */
final class LastMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(LastMapper.class);

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web) {
            Response response = web.getResponse();
            return response.hasEntity() ? response : json(response.getStatus(), web.getMessage());
        }
        if (failure instanceof PlatformRefusal refusal) {
            return json(refusal.status(), refusal.getMessage());
        }
        if (failure instanceof JsonProcessingException json) {
            return json(400, "The body is not the JSON this resource takes: " + json.getOriginalMessage());
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("A REST resource failed, reference {}", reference, failure);
        return json(500, "Something went wrong. The log of the server has the details under reference " + reference + ".");
    }

    private static Response json(int status, String message) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(Errors.json(status, message)).build();
    }
}
