package org.decisiongates.sandbox.confluence.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.sandbox.confluence.macro.BodyKind;
import org.decisiongates.sandbox.confluence.model.Page;
import org.decisiongates.sandbox.confluence.model.Permission;
import org.decisiongates.sandbox.confluence.storage.Html;
import org.decisiongates.sandbox.confluence.web.Site;

/** Shows an author what the macro in the macro browser's form would put into the page. */
public final class MacroPreview extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Site site;

    public MacroPreview(Site site) {
        this.site = site;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Call call = new Call(request, site.box().currentUser().key());
        int status = 200;
        String body;
        try {
            body = preview(call, call.body());
        } catch (Failure e) {
            status = e.status();
            body = "<p>" + Html.escape(e.getMessage()) + "</p>";
        }
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", "script-src 'none'");
        response.getOutputStream().write(document(body).getBytes(StandardCharsets.UTF_8));
    }

    private String preview(Call call, JsonNode body) throws Failure {
        JsonNode id = body.path("contentId");
        Optional<Page> page = id.asText("").matches("\\d{1,18}") ? site.wiki().page(id.asLong(), call.caller(), Permission.EDIT)
                : Optional.empty();
        String space = page.map(Page::spaceKey).orElse(body.path("spaceKey").asText(""));
        if (call.caller().isEmpty() || !site.wiki().spaces().may(call.caller(), Permission.EDIT, space)) {
            throw new Failure(403, "You may not edit here.");
        }
        return site.onSite().render(page, space, storage(body.path("macro")), ConversionContextOutputType.PREVIEW, call.caller());
    }

    /** The macro as the author would insert it. */
    private String storage(JsonNode macro) {
        String name = macro.path("name").asText("");
        StringBuilder storage = new StringBuilder("<ac:structured-macro ac:name=\"").append(Html.escape(name)).append("\">");
        for (Map.Entry<String, JsonNode> parameter : macro.path("params").properties()) {
            storage.append("<ac:parameter ac:name=\"").append(Html.escape(parameter.getKey())).append("\">")
                    .append(Html.escape(parameter.getValue().asText())).append("</ac:parameter>");
        }
        String body = macro.path("body").asText("");
        BodyKind kind = site.macros().named(name).map(known -> known.description(site.box().texts()).body()).orElse(BodyKind.NONE);
        if (kind == BodyKind.RICH_TEXT) {
            storage.append("<ac:rich-text-body>").append(body).append("</ac:rich-text-body>");
        } else if (kind == BodyKind.PLAIN_TEXT) {
            storage.append("<ac:plain-text-body>").append(Html.escape(body)).append("</ac:plain-text-body>");
        }
        return storage.append("</ac:structured-macro>").toString();
    }

    private String document(String body) {
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><link rel=\"stylesheet\" href=\"" + site.contextPath()
                + "/s/aui/aui-prototyping.css\"><link rel=\"stylesheet\" href=\"" + site.contextPath() + "/s/confluence/confluence.css\">"
                + site.box().webResources().tags() + "</head><body class=\"aui-theme-default\"><div class=\"wiki-content\">" + body
                + "</div></body></html>";
    }
}
