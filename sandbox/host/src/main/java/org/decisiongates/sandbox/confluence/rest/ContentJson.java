package org.decisiongates.sandbox.confluence.rest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.decisiongates.sandbox.confluence.model.Page;
import org.decisiongates.sandbox.confluence.model.PageAddress;
import org.decisiongates.sandbox.confluence.web.Site;

/** A page as {@code /rest/api/content} shows it. */
final class ContentJson {

    private ContentJson() {
    }

    static ObjectNode of(Site site, Page page, Call call) {
        Set<String> expand = call.expand();
        ObjectNode json = Call.object();
        json.put("id", Long.toString(page.id())).put("type", "page").put("status", "current").put("title", page.title());
        if (expand.contains("space")) {
            site.wiki().spaces().find(page.spaceKey()).ifPresent(space -> json.set("space", SpaceResource.json(site, space)));
        }
        if (expand.contains("version")) {
            json.set("version", version(site, page));
        }
        if (expand.contains("history")) {
            json.set("history", history(site, page));
        }
        if (expand.contains("ancestors")) {
            ancestors(site, page, json.putArray("ancestors"));
        }
        body(site, page, call, json);
        json.putObject("extensions").put("position", "none");
        json.putObject("_links").put("webui", PageAddress.of(page)).put("edit", "/pages/editpage.action?pageId=" + page.id())
                .put("collection", "/rest/api/content").put("base", site.box().baseUrl()).put("context", site.contextPath())
                .put("self", site.box().baseUrl() + "/rest/api/content/" + page.id());
        return json;
    }

    static ObjectNode history(Site site, Page page) {
        ObjectNode json = Call.object();
        json.put("latest", true);
        json.set("createdBy", UserResource.json(site, page.creator()));
        json.put("createdDate", page.created().toString());
        json.set("lastUpdated", version(site, page));
        return json;
    }

    private static ObjectNode version(Site site, Page page) {
        ObjectNode json = Call.object();
        json.set("by", UserResource.json(site, page.author()));
        return json.put("when", page.updated().toString()).put("message", page.comment()).put("number", page.version()).put("minorEdit",
                false);
    }

    private static void body(Site site, Page page, Call call, ObjectNode json) {
        ObjectNode body = Call.object();
        if (call.expand().contains("body.storage")) {
            put(body, "storage", page.body());
        }
        if (call.expand().contains("body.view")) {
            put(body, "view", site.onSite().render(page, ConversionContextOutputType.DISPLAY, call.caller()));
        }
        if (call.expand().contains("body.export_view")) {
            put(body, "export_view", site.offSite().render(page, ConversionContextOutputType.HTML_EXPORT, call.caller()));
        }
        if (!body.isEmpty()) {
            json.set("body", body);
        }
    }

    private static void put(ObjectNode body, String representation, String value) {
        body.putObject(representation).put("value", value).put("representation", representation);
    }

    private static void ancestors(Site site, Page page, ArrayNode into) {
        Deque<Page> above = new ArrayDeque<>();
        Optional<Page> parent = page.parent().flatMap(site.wiki().pages()::find);
        while (parent.isPresent()) {
            above.push(parent.get());
            parent = parent.get().parent().flatMap(site.wiki().pages()::find);
        }
        above.forEach(one -> into.addObject().put("id", Long.toString(one.id())).put("type", "page").put("status", "current")
                .put("title", one.title()));
    }
}
