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

import org.decisiongates.confluence.link.SummaryQuestion;
import org.decisiongates.page.Surface;

/** Where a macro stands: on which page, among which others, in what kind of output. */
@ConfluenceComponent
final class MacroPlace {

    private final ApplicationProperties application;

    MacroPlace(ApplicationProperties application) {
        this.application = application;
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

    /** The address that asks Jira again and leads back to the page; empty where there is no page to come back to. */
    Optional<String> refresh(Map<String, String> parameters, ConversionContext context) {
        if (context == null || isOnAPhone(context) || !ConversionContextOutputType.DISPLAY.value().equals(context.getOutputType())) {
            return Optional.empty();
        }
        return Optional.ofNullable(context.getEntity()).map(ContentEntityObject::getIdAsString).filter(RefreshServlet::isAPage)
                .map(id -> application.getBaseUrl(UrlMode.RELATIVE) + RefreshServlet.address(parameters, id));
    }

    /** Mobile pages load no style sheets of apps. */
    private static boolean isOnAPhone(ConversionContext context) {
        return context != null && "mobile".equals(context.getOutputDeviceType());
    }

    /** What all macros of the page ask, if there is more than this one: they can ask together. */
    static List<SummaryQuestion> together(ConversionContext context) {
        ContentEntityObject page = context == null ? null : context.getEntity();
        String body = page == null ? null : page.getBodyAsString();
        List<SummaryQuestion> questions = body == null ? List.of()
                : StoredMacros.parameters(body).stream().map(one -> SummaryQuestion.of(WeekOfPage.resolve(one, page))).distinct().toList();
        return questions.size() > 1 ? questions : List.of();
    }
}
