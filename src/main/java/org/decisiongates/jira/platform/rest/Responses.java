package org.decisiongates.jira.platform.rest;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.search.BadQueryException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.json.Json;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.Message;

/** Makes HTTP responses, refusals and failures included, in the caller's language. */
@JiraComponent
public class Responses {

    private static final Logger LOG = LoggerFactory.getLogger(Responses.class);
    private static final int MAX_ECHO_LENGTH = 300;
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

    private static final MediaType CSV = new MediaType("text", "csv", "UTF-8");

    private final JiraTexts texts;

    public Responses(JiraTexts texts) {
        this.texts = texts;
    }

    /**
     * The response to a call, refusals and failures included: a resource of the app throws nothing. There is no mapper of exceptions for
     * the same reason: whatever the platform throws, for people who are not logged in or may not call, stays the platform's to answer.
     */
    public Response to(Callable<Response> call) {
        try {
            return call.call();
        } catch (Exception e) {
            return refusal(e);
        }
    }

    /** The same of a call that takes these parameters and no others. */
    public Response to(UriInfo address, Set<String> known, Callable<Response> call) {
        return to(() -> {
            QueryParameters.requireKnown(address.getQueryParameters().keySet(), known);
            return call.call();
        });
    }

    /** The response to a call that changes something, which no other site can make a browser send. */
    public Response changing(HttpServletRequest request, Callable<Response> change) {
        return to(() -> {
            Xsrf.check(request);
            return change.call();
        });
    }

    /** The same of a call that sends JSON. */
    public Response changingByJson(HttpServletRequest request, Callable<Response> change) {
        return changing(request, () -> {
            RequestBody.requireJson(request.getContentType());
            return change.call();
        });
    }

    /** The answer to what was thrown; an unexpected error goes into the log, and the caller gets only its reference. */
    public Response refusal(Exception thrown) {
        if (thrown instanceof ProblemException problem) {
            return problem(problem);
        }
        if (thrown instanceof BadQueryException refused) {
            return errors(Response.Status.BAD_REQUEST.getStatusCode(), refused.messages());
        }
        String reference = UUID.randomUUID().toString();
        LOG.error("a call of the REST resources failed; reference {}", reference, thrown);
        return errors(Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(),
                List.of(texts.text("decision-gates.jira.rest.failed", reference)));
    }

    /** @param body a record, whose components become the members */
    public Response ok(Object body) {
        return answer(Response.Status.OK.getStatusCode(), Json.write(body));
    }

    /** @param json an answer that is written already */
    public Response written(String json) {
        return answer(Response.Status.OK.getStatusCode(), json);
    }

    /** An answer that is too long for memory, JSON, written while it is read; whatever fails on the way cuts it off. */
    public Response streamed(StreamingOutput json) {
        return answer(Response.Status.OK.getStatusCode(), json);
    }

    /** What was asked for has been created. */
    public Response created(Object body) {
        return answer(Response.Status.CREATED.getStatusCode(), Json.write(body));
    }

    /** It was done, and there is nothing to say about it. */
    public Response done() {
        return Response.noContent().header("Cache-Control", "no-store").build();
    }

    /** A piece of a page; what is said against it is JSON as everywhere. */
    public Response page(String html) {
        return Response.fromResponse(answer(Response.Status.OK.getStatusCode(), html))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }

    /** A file for spreadsheets; what is said against it is JSON as everywhere. */
    public Response file(String csv, String name) {
        return file(Response.ok(csv, CSV), name);
    }

    /**
     * A file to keep, written while it is read; whatever fails on the way cuts it off.
     *
     * @param type media type, without a character set: it is UTF-8
     * @param name of the file, letters and digits, dots and dashes
     */
    public Response file(StreamingOutput file, String type, String name) {
        return file(Response.ok(file, MediaType.valueOf(type).withCharset("UTF-8")), name);
    }

    /** The client may store it, and must revalidate it each time: rights change. */
    public Response tagged(String json, String tag) {
        return revalidated(Response.ok(json, JSON), tag);
    }

    public Response unchanged(String tag) {
        return revalidated(Response.notModified(), tag);
    }

    private Response problem(ProblemException problem) {
        Map<String, String> members = new LinkedHashMap<>();
        problem.members().forEach((name, message) -> members.put(name, text(message)));
        return answer(problem.status(),
                Json.write(new Errors(problem.messages().stream().map(this::text).toList(), members, problem.current())));
    }

    /**
     * What was sent is not taken.
     *
     * @param messages what is wrong with the whole, as people read it
     * @param members  what is wrong with each member, by its name
     */
    public Response refused(List<String> messages, Map<String, String> members) {
        return answer(Response.Status.BAD_REQUEST.getStatusCode(), Json.write(new Errors(messages, members, Optional.empty())));
    }

    Response errors(int status, List<String> messages) {
        return answer(status, Json.write(new Errors(messages, Map.of(), Optional.empty())));
    }

    /** Of what was sent, enough to know it again. */
    private String text(Message message) {
        return texts.text(message.key(), message.arguments().stream()
                .map(argument -> argument instanceof String text ? Abbreviation.ofCharacters(text, MAX_ECHO_LENGTH) : argument)
                .toArray(Serializable[]::new));
    }

    private static Response file(Response.ResponseBuilder answer, String name) {
        return answer.header("Content-Disposition", "attachment; filename=\"" + name + "\"").header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff").build();
    }

    private static Response revalidated(Response.ResponseBuilder answer, String tag) {
        return answer.header("ETag", tag).header("Cache-Control", "private, no-cache").header("Vary", "Authorization, Cookie")
                .header("X-Content-Type-Options", "nosniff").build();
    }

    private static Response answer(int status, Object json) {
        return Response.status(status).type(JSON)
                .header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff").entity(json).build();
    }

    /**
     * An error, in the shape of Jira's own.
     *
     * @param errors  what is wrong with single members of what was sent
     * @param current what there is now, where another user was faster
     */
    private record Errors(List<String> errorMessages, Map<String, String> errors,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Object> current) {
    }
}
