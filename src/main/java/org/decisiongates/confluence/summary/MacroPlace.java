package org.decisiongates.confluence.summary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.web.context.HttpContext;
import jakarta.servlet.http.HttpServletRequest;

import org.decisiongates.confluence.macro.MacroAddresses;
import org.decisiongates.confluence.macro.MacroSurface;
import org.decisiongates.confluence.macro.StoredMacros;

/** Where a macro stands: on which page, and among which others. */
@ConfluenceComponent
final class MacroPlace {

    private final ApplicationProperties application;
    private final MacroAddresses addresses;
    private final HttpContext http;

    MacroPlace(ApplicationProperties application, HttpContext http) {
        this.application = application;
        this.addresses = new MacroAddresses(application);
        this.http = http;
    }

    /** The parameters as they are meant where the macro stands. */
    static Map<String, String> meant(Map<String, String> parameters, ConversionContext context) {
        return WeekOfPage.resolve(parameters, context == null ? null : context.getEntity());
    }

    /** The page on which the macro explains itself. */
    String help() {
        return addresses.help();
    }

    /**
     * Where the reader can go from here and come back.
     *
     * @param parameters as they are meant
     */
    PageLinks links(Map<String, String> parameters, ConversionContext context) {
        Optional<WeekNavigation> weeks = weeks(SummaryQuestion.of(parameters), context);
        return new PageLinks(addresses.refresh(context, RefreshServlet.parameters(parameters, weeks)), weeks);
    }

    /** A query has no weeks, and without a request nobody can have chosen one. */
    private Optional<WeekNavigation> weeks(SummaryQuestion stored, ConversionContext context) {
        HttpServletRequest request = http.getRequest();
        return request == null || !stored.jql().isEmpty() ? Optional.empty()
                : MacroSurface.shownPage(context).map(ContentEntityObject::getUrlPath).filter(path -> path.startsWith("/"))
                        .map(path -> WeekNavigation.of(application.getBaseUrl(UrlMode.RELATIVE) + path, stored,
                                request::getParameter));
    }

    /** What all macros of the page ask, if there is more than this one: they can ask together. */
    List<SummaryQuestion> together(ConversionContext context) {
        ContentEntityObject page = context == null ? null : context.getEntity();
        String body = page == null ? null : page.getBodyAsString();
        List<SummaryQuestion> questions = body == null ? List.of()
                : StoredMacros.parameters(body, WeeklySummaryMacro.NAME).stream()
                        .map(one -> SummaryQuestion.of(WeekOfPage.resolve(one, page)))
                        .map(stored -> weeks(stored, context).map(WeekNavigation::question).orElse(stored)).distinct().toList();
        return questions.size() > 1 ? questions : List.of();
    }
}
