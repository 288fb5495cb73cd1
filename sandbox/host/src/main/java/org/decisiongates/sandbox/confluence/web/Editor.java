package org.decisiongates.sandbox.confluence.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.sandbox.confluence.macro.MacroDescription;
import org.decisiongates.sandbox.confluence.model.Page;
import org.decisiongates.sandbox.confluence.model.PageAddress;
import org.decisiongates.sandbox.confluence.model.Permission;
import org.decisiongates.sandbox.confluence.model.Refused;
import org.decisiongates.sandbox.confluence.model.Space;
import org.decisiongates.sandbox.confluence.model.Wiki;

/** Writes pages: a form on the storage format, with the macro browser beside it. A refused change keeps what was typed. */
final class Editor {

    private final Site site;
    private final Wiki wiki;

    Editor(Site site) {
        this.site = site;
        this.wiki = site.wiki();
    }

    /** What the form holds: where it goes, which version it started from, and the typed texts. */
    private record Draft(String action, String cancelPath, String title, String body, int version, String comment, String error) {
    }

    void edit(Exchange exchange) throws IOException {
        Optional<Page> page = editable(exchange);
        if (page.isPresent()) {
            show(exchange, 200, page.get(), page.get().title(), page.get().body(), page.get().version(), "");
        }
    }

    void save(Exchange exchange) throws IOException {
        Optional<Page> now = editable(exchange);
        if (now.isEmpty()) {
            return;
        }
        int version = exchange.id("originalVersion").map(Long::intValue).orElse(0);
        Optional<Page> seen = wiki.pages().find(now.get().id(), version);
        try {
            Page base = seen.orElseThrow(() -> new Refused(Refused.Reason.INVALID,
                    "The form does not say which version it started from. Open the editor again."));
            wiki.pages().update(base, exchange.text("title"), exchange.text("storage"), exchange.viewer().orElseThrow(),
                    exchange.text("versionComment"));
            exchange.redirect(PageAddress.of(wiki.pages().find(base.id()).orElse(base)));
        } catch (Refused e) {
            show(exchange, status(e), now.get(), exchange.text("title"), exchange.text("storage"), version, e.getMessage());
        }
    }

    void create(Exchange exchange) throws IOException {
        Optional<Space> space = writable(exchange);
        if (space.isPresent()) {
            show(exchange, 200, space.get(), "", site.blueprints().body(exchange.text("blueprint")).orElse("<p></p>"), "");
        }
    }

    void add(Exchange exchange) throws IOException {
        Optional<Space> space = writable(exchange);
        if (space.isEmpty()) {
            return;
        }
        try {
            long id = wiki.pages().create(space.get(), exchange.id("fromPageId"), exchange.text("title"), exchange.text("storage"),
                    exchange.viewer().orElseThrow());
            exchange.redirect(PageAddress.of(wiki.pages().find(id).orElseThrow()));
        } catch (Refused e) {
            show(exchange, status(e), space.get(), exchange.text("title"), exchange.text("storage"), e.getMessage());
        }
    }

    /** The typed text as it would look, saved nowhere. */
    void preview(Exchange exchange) throws IOException {
        Optional<Page> page = exchange.id("pageId").flatMap(id -> wiki.page(id, exchange.viewer(), Permission.EDIT));
        Optional<Space> space = page.isPresent() ? wiki.spaces().find(page.get().spaceKey())
                : wiki.space(exchange.text("spaceKey"), exchange.viewer(), Permission.EDIT);
        if (space.isEmpty()) {
            exchange.forbidden("You may not edit here.");
            return;
        }
        Map<String, Object> model = new HashMap<>();
        model.put("pageTitle", exchange.text("title"));
        model.put("bodyHtml", site.onSite().render(page, space.get().key(), exchange.text("storage"), ConversionContextOutputType.PREVIEW,
                exchange.viewer()));
        exchange.show("Preview", "preview", model);
    }

    private Optional<Page> editable(Exchange exchange) throws IOException {
        Optional<Page> page = exchange.id("pageId").flatMap(id -> wiki.page(id, exchange.viewer(), Permission.VIEW));
        if (page.isEmpty()) {
            exchange.missing();
            return page;
        }
        if (exchange.viewer().isEmpty() || !wiki.spaces().may(exchange.viewer(), Permission.EDIT, page.get().spaceKey())) {
            exchange.forbidden("You may read this page, but not edit it. Ask an administrator of space " + page.get().spaceKey() + ".");
            return Optional.empty();
        }
        return page;
    }

    private Optional<Space> writable(Exchange exchange) throws IOException {
        Optional<Space> space = wiki.space(exchange.text("spaceKey"), exchange.viewer(), Permission.VIEW);
        if (space.isEmpty()) {
            exchange.missing();
            return space;
        }
        if (exchange.viewer().isEmpty() || !wiki.spaces().may(exchange.viewer(), Permission.EDIT, space.get().key())) {
            exchange.forbidden("You may read this space, but not add pages. Ask an administrator of space " + space.get().key() + ".");
            return Optional.empty();
        }
        return space;
    }

    private void show(Exchange exchange, int status, Page page, String title, String body, int version, String error) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("pageId", page.id());
        show(exchange, status, wiki.spaces().find(page.spaceKey()).orElseThrow(),
                new Draft("/pages/doeditpage.action", PageAddress.of(page),
                        title, body, version, exchange.text("versionComment"), error),
                model);
    }

    private void show(Exchange exchange, int status, Space space, String title, String body, String error) throws IOException {
        Map<String, Object> model = new HashMap<>();
        exchange.id("fromPageId").ifPresent(id -> model.put("fromPageId", id));
        show(exchange, status, space, new Draft("/pages/docreatepage.action", PageAddress.ofSpace(space.key()), title, body, 0, "", error),
                model);
    }

    private void show(Exchange exchange, int status, Space space, Draft draft, Map<String, Object> model) throws IOException {
        site.box().webResources().requireContext("editor");
        site.box().webResources().requireContext("macro-browser");
        List<MacroDescription> macros = site.macros().offered();
        TreeSet<String> categories = new TreeSet<>();
        macros.forEach(macro -> categories.addAll(macro.categories()));
        model.put("space", space);
        model.put("action", draft.action());
        model.put("cancelPath", draft.cancelPath());
        model.put("draftTitle", draft.title());
        model.put("body", draft.body());
        model.put("version", draft.version());
        model.put("comment", draft.comment());
        model.put("error", draft.error());
        model.put("macros", macros.stream().map(MacroCard::of).toList());
        model.put("categories", categories);
        model.put("styleClass", "contenteditor edit");
        exchange.show(status, draft.version() == 0 ? "Create Page" : "Edit - " + draft.title(), "editor", model);
    }

    private static int status(Refused refused) {
        return switch (refused.reason()) {
            case STALE_VERSION, TITLE_TAKEN -> HttpServletResponse.SC_CONFLICT;
            case INVALID -> HttpServletResponse.SC_BAD_REQUEST;
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
        };
    }
}
