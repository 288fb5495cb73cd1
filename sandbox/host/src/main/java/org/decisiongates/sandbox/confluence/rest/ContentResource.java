package org.decisiongates.sandbox.confluence.rest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.decisiongates.sandbox.confluence.model.Page;
import org.decisiongates.sandbox.confluence.model.PageLine;
import org.decisiongates.sandbox.confluence.model.Permission;
import org.decisiongates.sandbox.confluence.model.Refused;
import org.decisiongates.sandbox.confluence.model.Space;
import org.decisiongates.sandbox.confluence.model.Wiki;
import org.decisiongates.sandbox.confluence.web.Site;

/** {@code /rest/api/content}. */
final class ContentResource {

    private static final int MAX = 200;

    private final Site site;
    private final Wiki wiki;

    ContentResource(Site site) {
        this.site = site;
        this.wiki = site.wiki();
    }

    JsonNode list(Call call) throws Failure {
        int start = call.number("start", 0, Integer.MAX_VALUE);
        int limit = call.number("limit", 25, MAX);
        String space = call.text("spaceKey");
        String title = call.text("title");
        List<PageLine> pages = wiki.spaces().visibleTo(call.caller()).stream().filter(one -> space.isEmpty() || one.key().equals(space))
                .flatMap(one -> wiki.pages().inSpace(one.key()).stream())
                .filter(line -> title.isEmpty() || line.title().equalsIgnoreCase(title)).toList();
        return Listing.of(site, "/rest/api/content", pages, line -> wiki.pages().find(line.id())
                .map(page -> ContentJson.of(site, page, call)).orElseGet(Call::object), start, limit);
    }

    JsonNode get(Call call, String id) throws Failure {
        return ContentJson.of(site, page(call, id, Permission.VIEW), call);
    }

    JsonNode history(Call call, String id) throws Failure {
        return ContentJson.history(site, page(call, id, Permission.VIEW));
    }

    JsonNode create(Call call) throws Failure, IOException {
        String author = caller(call);
        JsonNode body = call.body();
        checkType(body);
        String key = body.path("space").path("key").asText("");
        Space space = wiki.space(key, call.caller(), Permission.VIEW).orElseThrow(() -> new Failure(404, "No space with key : " + key));
        if (!wiki.spaces().may(call.caller(), Permission.EDIT, key)) {
            throw new Failure(403, "User not permitted to create content in space " + key);
        }
        JsonNode ancestors = body.path("ancestors");
        Optional<Long> parent = ancestors.isEmpty() ? Optional.empty()
                : Optional.of(ancestors.get(ancestors.size() - 1).path("id").asLong());
        try {
            long id = wiki.pages().create(space, parent, body.path("title").asText(""), storage(body).orElse(""), author);
            return ContentJson.of(site, wiki.pages().find(id).orElseThrow(), call);
        } catch (Refused e) {
            throw failure(e);
        }
    }

    JsonNode update(Call call, String id) throws Failure, IOException {
        String author = caller(call);
        Page now = page(call, id, Permission.EDIT);
        JsonNode body = call.body();
        checkType(body);
        JsonNode version = body.path("version").path("number");
        if (!version.isInt()) {
            throw new Failure(400, "Must supply a version number when updating content: the current one plus one, that is "
                    + (now.version() + 1));
        }
        if (version.asInt() != now.version() + 1) {
            throw new Failure(409, "Version must be incremented on update. Current version is: " + now.version());
        }
        try {
            wiki.pages().update(now, body.path("title").asText(now.title()), storage(body).orElse(now.body()), author,
                    body.path("version").path("message").asText(""));
            return ContentJson.of(site, wiki.pages().find(now.id()).orElseThrow(() -> missing(id)), call);
        } catch (Refused e) {
            throw failure(e);
        }
    }

    JsonNode delete(Call call, String id) throws Failure {
        caller(call);
        wiki.pages().delete(page(call, id, Permission.EDIT));
        return null;
    }

    private Page page(Call call, String id, Permission permission) throws Failure {
        Page page = (id.length() > 18 ? Optional.<Page>empty() : wiki.page(Long.parseLong(id), call.caller(), Permission.VIEW))
                .orElseThrow(() -> missing(id));
        if (!wiki.spaces().may(call.caller(), permission, page.spaceKey())) {
            throw new Failure(403, "User not permitted to change content with id: " + id);
        }
        return page;
    }

    private static String caller(Call call) throws Failure {
        return call.caller().orElseThrow(() -> new Failure(401, "Log in to change content: no user is authenticated."));
    }

    private static Failure missing(String id) {
        return new Failure(404, "No content found with id: ContentId{id=" + id + "}");
    }

    private static void checkType(JsonNode body) throws Failure {
        String type = body.path("type").asText("page");
        if (!type.equals("page")) {
            throw new Failure(400, "Content of type '" + type + "' is not played by the sandbox; use 'page'.");
        }
    }

    private static Optional<String> storage(JsonNode body) throws Failure {
        JsonNode content = body.path("body");
        if (content.isMissingNode() || content.isEmpty()) {
            return Optional.empty();
        }
        JsonNode value = content.path("storage").path("value");
        if (!value.isTextual()) {
            throw new Failure(400, "Only body.storage.value is read: send the body in storage format.");
        }
        return Optional.of(value.asText());
    }

    private static Failure failure(Refused refused) {
        return new Failure(switch (refused.reason()) {
            case STALE_VERSION -> 409;
            case NOT_FOUND -> 404;
            case TITLE_TAKEN, INVALID -> 400;
        }, refused.getMessage());
    }
}
