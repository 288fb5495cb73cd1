package org.decisiongates.confluence.summary;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.macro.Macro;
import com.atlassian.confluence.macro.MacroExecutionException;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.confluence.link.JiraAnswer;
import org.decisiongates.confluence.link.JiraAnswer.Found;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.JiraClient;
import org.decisiongates.confluence.macro.MacroSurface;
import org.decisiongates.page.Surface;
import org.decisiongates.page.WeekPage;

/**
 * Puts the week of a project or a query on a Confluence page: what is open, who owns it, what moved; or the reason why Jira said nothing.
 */
public final class WeeklySummaryMacro implements Macro {

    /** In the storage format of pages. */
    static final String NAME = "decision-weekly-summary";

    private static final Logger LOG = LoggerFactory.getLogger(WeeklySummaryMacro.class);
    private static final String WEB_RESOURCE = "org.decisiongates.decision-gates:weekly-summary";
    private static final List<String> NOTICE = List.of("confluence/macro/macro-notice.vm");

    private final JiraClient jira;
    private final SummaryPage page;
    private final MacroPlace place;
    private final TemplateRenderer templates;
    private final PageBuilderService pageBuilder;

    public WeeklySummaryMacro(JiraClient jira, SummaryPage page, MacroPlace place, TemplateRenderer templates,
            PageBuilderService pageBuilder) {
        this.jira = jira;
        this.page = page;
        this.place = place;
        this.templates = templates;
        this.pageBuilder = pageBuilder;
    }

    @Override
    public String execute(Map<String, String> parameters, String body, ConversionContext context) throws MacroExecutionException {
        SummaryParameters wanted = SummaryParameters.of(parameters);
        try {
            Map<String, String> meant = MacroPlace.meant(parameters, context);
            PageLinks links = place.links(meant, context);
            SummaryParameters asked = SummaryParameters.of(meant);
            return show(links.weeks().map(weeks -> asked.asking(weeks.question())).orElse(asked), context, links);
        } catch (Exception | LinkageError e) {
            LOG.error("The weekly summary of project {} could not be shown", wanted.question().logged(), e);
            return lastResort(Missing.because(Reason.FAILED, wanted.question().subject()), MacroSurface.of(context));
        }
    }

    @Override
    public BodyType getBodyType() {
        return BodyType.NONE;
    }

    @Override
    public OutputType getOutputType() {
        return OutputType.BLOCK;
    }

    private String show(SummaryParameters wanted, ConversionContext context, PageLinks links) throws IOException {
        Surface surface = MacroSurface.of(context);
        if (surface == Surface.PAGE) {
            pageBuilder.assembler().resources().requireWebResource(WEB_RESOURCE);
        }
        if (!wanted.areUsable()) {
            return render(NOTICE, page.notice(wanted, surface, place.help()));
        }
        jira.prepare(place.together(context));
        JiraAnswer answer = jira.ask(wanted.question());
        Optional<PageLinks> others = answer instanceof Missing missing ? links.without(missing.reason()) : Optional.empty();
        if (others.isPresent()) {
            // what an address asks for is not the fault of the macro, which has a week to show
            return show(others.get().weeks().map(weeks -> wanted.asking(weeks.question())).orElse(wanted), context, others.get());
        }
        return answer instanceof Found found ? render(WeekPage.TEMPLATES, page.summary(found, wanted, surface, links))
                : render(NOTICE, page.notice((Missing) answer, surface, links, place.help()));
    }

    private String lastResort(Missing failed, Surface surface) throws MacroExecutionException {
        try {
            return render(NOTICE, page.notice(failed, surface, PageLinks.NONE, place.help()));
        } catch (Exception | LinkageError e) {
            throw new MacroExecutionException(e);
        }
    }

    private String render(List<String> names, Object view) throws IOException {
        StringWriter html = new StringWriter();
        for (String template : names) {
            templates.render(template, Map.of("view", view), html);
        }
        return html.toString();
    }
}
