package org.decisiongates.jira.rest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.message.I18nResolver;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.decisiongates.jira.impact.ImpactAnswer;
import org.decisiongates.jira.project.Remark;

/** Puts what is to be said into an HTTP answer, in the caller's language. */
@JiraComponent
public class Answers {

    private static final int LONGEST_ECHO = 300;
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

    private final I18nResolver texts;

    Answers(I18nResolver texts) {
        this.texts = texts;
    }

    Response ok(String json) {
        return answer(Response.Status.OK.getStatusCode(), json);
    }

    Response answer(ImpactAnswer answer) {
        return answer.body().isEmpty() ? Response.status(answer.status()).header("Cache-Control", "no-store").build() : answer(answer.status(), answer.body());
    }

    /** A piece of a page; what is said against it is JSON as everywhere. */
    Response page(ImpactAnswer answer) {
        return answer.status() != Response.Status.OK.getStatusCode() ? answer(answer)
                : Response.fromResponse(answer(answer)).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }

    /** What may be kept by the one who asked, and must be asked for again each time: rights change. */
    Response tagged(String json, String tag) {
        return kept(Response.ok(json, JSON), tag);
    }

    Response unchanged(String tag) {
        return kept(Response.notModified(), tag);
    }

    Response problem(Problem problem) {
        return errors(problem.status(), List.of(texts.getText(problem.key(), Arrays.stream(problem.arguments()).map(Answers::shortened).toArray(Serializable[]::new))));
    }

    Response errors(int status, List<String> messages) {
        return answer(status, Json.errors(messages));
    }

    List<String> told(List<Remark> remarks) {
        return remarks.stream().map(remark -> texts.getText(remark.key(), remark.arguments().toArray(Serializable[]::new))).toList();
    }

    String text(String key, String... arguments) {
        return texts.getText(key, (Serializable[]) arguments);
    }

    /** Enough of what was sent to know it again. */
    private static Serializable shortened(Serializable argument) {
        return argument instanceof String text && text.length() > LONGEST_ECHO ? text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_ECHO))) + "\u2026" : argument;
    }

    private static Response kept(Response.ResponseBuilder answer, String tag) {
        return answer.header("ETag", tag).header("Cache-Control", "private, no-cache").header("Vary", "Authorization, Cookie")
                .header("X-Content-Type-Options", "nosniff").build();
    }

    private static Response answer(int status, String json) {
        return Response.status(status).type(JSON)
                .header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff").entity(json).build();
    }
}
