package org.decisiongates.sandbox.confluence.macro;

import java.util.Optional;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.atlassian.confluence.macro.MacroExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.sandbox.confluence.model.Page;
import org.decisiongates.sandbox.confluence.model.PageAddress;
import org.decisiongates.sandbox.confluence.model.Wiki;
import org.decisiongates.sandbox.confluence.storage.Element;
import org.decisiongates.sandbox.confluence.storage.Html;
import org.decisiongates.sandbox.confluence.storage.MacroCall;
import org.decisiongates.sandbox.confluence.storage.MalformedStorage;
import org.decisiongates.sandbox.confluence.storage.Outline;
import org.decisiongates.sandbox.confluence.storage.StorageFormat;
import org.decisiongates.sandbox.confluence.storage.StorageRenderer;
import org.decisiongates.sandbox.confluence.storage.Surroundings;
import org.decisiongates.sandbox.host.SandboxPrincipal;

/** Turns a stored body into HTML for one reader. A macro that fails leaves an error box in its place; the rest of the page stands. */
public final class PageRenderer {

    private static final Logger LOG = LoggerFactory.getLogger(PageRenderer.class);

    private final Wiki wiki;
    private final MacroLibrary macros;
    private final String siteUrl;

    /**
     * @param siteUrl what links start with: the context path, or the whole base URL where the HTML leaves the site
     */
    public PageRenderer(Wiki wiki, MacroLibrary macros, String siteUrl) {
        this.wiki = wiki;
        this.macros = macros;
        this.siteUrl = siteUrl;
    }

    /** The page as it is stored. */
    public String render(Page page, ConversionContextOutputType output, Optional<String> viewer) {
        return render(Optional.of(page), page.spaceKey(), page.body(), output, viewer);
    }

    /** A body that may belong to no page yet. */
    public String render(Optional<Page> page, String spaceKey, String body, ConversionContextOutputType output, Optional<String> viewer) {
        try {
            Element root = StorageFormat.read(body);
            Outline outline = Outline.of(root);
            Place place = new Place(page, spaceKey, output, outline);
            return new StorageRenderer(new Around(place, viewer), outline).render(root).strip();
        } catch (MalformedStorage e) {
            return errorBox("This content cannot be shown: " + e.getMessage());
        }
    }

    private String run(MacroCall call, Place place) {
        Optional<WikiMacro> macro = macros.named(call.name());
        if (macro.isEmpty()) {
            return "<span class=\"wysiwyg-unknown-macro\" data-macro-name=\"" + Html.escape(call.name()) + "\">Unknown macro: '"
                    + Html.escape(call.name()) + "'</span>";
        }
        try {
            String html = macro.get().execute(call, place);
            return html == null ? "" : html;
        } catch (MacroExecutionException e) {
            LOG.warn("Macro {} on page {} gave up", call.name(), idOf(place), e);
            return errorBox("Error rendering macro '" + call.name() + "' : " + e.getMessage());
        } catch (Throwable e) {
            LOG.error("Macro {} on page {} failed", call.name(), idOf(place), e);
            return errorBox("Error rendering macro '" + call.name() + "'. Ask your administrator to look into the log.");
        }
    }

    private static Object idOf(Place place) {
        return place.page().map(Page::id).orElse(0L);
    }

    private static String errorBox(String text) {
        return "<div class=\"aui-message aui-message-error macro-error\"><p>" + Html.escape(text) + "</p></div>";
    }

    /** The rendering's way back to the rest of the site. */
    private final class Around implements Surroundings {

        private final Place place;
        private final Optional<String> viewer;

        private Around(Place place, Optional<String> viewer) {
            this.place = place;
            this.viewer = viewer;
        }

        @Override
        public String macro(MacroCall call) {
            return run(call, place);
        }

        @Override
        public Optional<String> pageHref(String spaceKey, String title) {
            return wiki.page(spaceKey.isEmpty() ? place.spaceKey() : spaceKey, title, viewer)
                    .map(page -> siteUrl + PageAddress.of(page));
        }

        @Override
        public String spaceHref(String spaceKey) {
            return siteUrl + PageAddress.ofSpace(spaceKey);
        }

        @Override
        public Optional<String> personName(String userKey) {
            return wiki.people().byKey(userKey).map(SandboxPrincipal::displayName);
        }

        @Override
        public Optional<String> loginName(String userKey) {
            return wiki.people().byKey(userKey).map(SandboxPrincipal::name);
        }
    }
}
