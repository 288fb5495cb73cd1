package org.decisiongates.confluence.summary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.web.context.HttpContext;
import jakarta.servlet.http.HttpServletRequest;

import org.decisiongates.page.Surface;

/** Where a macro stands: on which page, among which others, in what kind of output. */
@ConfluenceComponent
final class MacroPlace {

    private final ApplicationProperties application;
    private final HttpContext http;

    MacroPlace(ApplicationProperties application, HttpContext http) {
        this.application = application;
        this.http = http;
    }

    static Surface surface(ConversionContext context) {
        String type = context == null ? null : context.getOutputType();
        if (isOnAPhone(context)) {
            return Surface.DOCUMENT;
        }
        if (type == null || ConversionContextOutputType.DISPLAY.value().equals(type)
                || ConversionContextOutputType.PREVIEW.value().equals(type)) {
            return Surface.PAGE;
        }
        return ConversionContextOutputType.DIFF.value().equals(type) ? Surface.COMPARISON : Surface.DOCUMENT;
    }

    /** The parameters as they are meant where the macro stands. */
    static Map<String, String> meant(Map<String, String> parameters, ConversionContext context) {
        return WeekOfPage.resolve(parameters, context == null ? null : context.getEntity());
    }

    /** The page on which the macro explains itself. */
    String help() {
        return application.getBaseUrl(UrlMode.RELATIVE) + HelpServlet.ADDRESS;
    }

    /**
     * Where the reader can go from here and come back.
     *
     * @param parameters as they are meant
     */
    PageLinks links(Map<String, String> parameters, ConversionContext context) {
        Optional<String> id = shownPage(context).map(ContentEntityObject::getIdAsString).filter(RefreshServlet::isAPage);
        Optional<WeekNavigation> weeks = weeks(SummaryQuestion.of(parameters), context);
        return new PageLinks(id.map(page -> application.getBaseUrl(UrlMode.RELATIVE)
                + RefreshServlet.address(parameters, page, weeks)), weeks);
    }

    /** A query has no weeks, and without a request nobody can have chosen one. */
    private Optional<WeekNavigation> weeks(SummaryQuestion stored, ConversionContext context) {
        HttpServletRequest request = http.getRequest();
        return request == null || !stored.jql().isEmpty() ? Optional.empty()
                : shownPage(context).map(ContentEntityObject::getUrlPath).filter(path -> path.startsWith("/"))
                        .map(path -> WeekNavigation.of(application.getBaseUrl(UrlMode.RELATIVE) + path, stored,
                                request::getParameter));
    }

    /** The page, where it is read in a browser. */
    private static Optional<ContentEntityObject> shownPage(ConversionContext context) {
        return context == null || isOnAPhone(context) || !ConversionContextOutputType.DISPLAY.value().equals(context.getOutputType())
                ? Optional.empty()
                : Optional.ofNullable(context.getEntity());
    }

    /** Mobile pages load no style sheets of apps. */
    private static boolean isOnAPhone(ConversionContext context) {
        return context != null && "mobile".equals(context.getOutputDeviceType());
    }

    /** What all macros of the page ask, if there is more than this one: they can ask together. */
    List<SummaryQuestion> together(ConversionContext context) {
        ContentEntityObject page = context == null ? null : context.getEntity();
        String body = page == null ? null : page.getBodyAsString();
        List<SummaryQuestion> questions = body == null ? List.of()
                : StoredMacros.parameters(body).stream().map(one -> SummaryQuestion.of(WeekOfPage.resolve(one, page)))
                        .map(stored -> weeks(stored, context).map(WeekNavigation::question).orElse(stored)).distinct().toList();
        return questions.size() > 1 ? questions : List.of();
    }
}
