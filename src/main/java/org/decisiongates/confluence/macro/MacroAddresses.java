package org.decisiongates.confluence.macro;

import java.util.Optional;
import java.util.regex.Pattern;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

/** Where the app itself is found in Confluence. */
@ConfluenceComponent
public class MacroAddresses {

    private static final String SERVLETS = "/plugins/servlet/decision-gates/";
    private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,17}");

    private final ApplicationProperties application;

    public MacroAddresses(ApplicationProperties application) {
        this.application = application;
    }

    /** Whether a text can be the id of a page; null cannot. */
    public static boolean isAPage(String id) {
        return id != null && PAGE.matcher(id).matches();
    }

    /** The page on which the macros explain themselves. */
    public String help() {
        return base() + SERVLETS + "help";
    }

    /**
     * Where Jira is asked again for what a macro on this page asks, which leads back to it; empty where there is no page to come back to.
     *
     * @param question what it asks, as parameters of an address, each with an ampersand before it
     */
    public Optional<String> refresh(ConversionContext context, String question) {
        return MacroSurface.shownPage(context).map(ContentEntityObject::getIdAsString).filter(MacroAddresses::isAPage)
                .map(page -> base() + SERVLETS + "refresh?pageId=" + page + question);
    }

    private String base() {
        return application.getBaseUrl(UrlMode.RELATIVE);
    }
}
