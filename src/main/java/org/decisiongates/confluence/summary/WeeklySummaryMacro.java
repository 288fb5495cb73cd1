package org.decisiongates.confluence.summary;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.macro.Macro;
import com.atlassian.confluence.macro.MacroExecutionException;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.decisiongates.confluence.link.JiraSummaries;
import org.decisiongates.confluence.link.SummaryAnswer;
import org.decisiongates.confluence.link.SummaryQuestion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a project's week on a Confluence page: open blockers and open decisions with their owners, or the reason why Jira said nothing. */
public final class WeeklySummaryMacro implements Macro {

    private static final Logger LOG = LoggerFactory.getLogger(WeeklySummaryMacro.class);
    private static final String WEB_RESOURCE = "org.decisiongates.decision-gates:weekly-summary";

    private final JiraSummaries summaries;
    private final SummaryPage page;
    private final TemplateRenderer templates;
    private final PageBuilderService pageBuilder;

    public WeeklySummaryMacro(JiraSummaries summaries, SummaryPage page, TemplateRenderer templates, PageBuilderService pageBuilder) {
        this.summaries = summaries;
        this.page = page;
        this.templates = templates;
        this.pageBuilder = pageBuilder;
    }

    @Override
    public String execute(Map<String, String> parameters, String body, ConversionContext context) throws MacroExecutionException {
        SummaryQuestion question = SummaryQuestion.of(parameters);
        try {
            return show(summaries.ask(question), SummaryOutput.of(context));
        } catch (Exception | LinkageError e) {
            LOG.error("The weekly summary of project {} could not be shown", question.logged(), e);
            SummaryAnswer failed = SummaryAnswer.Missing.because(SummaryAnswer.Reason.FAILED, question.subject());
            return lastResort(failed, SummaryOutput.of(context));
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

    private String show(SummaryAnswer answer, SummaryOutput output) throws IOException {
        if (output.isPage()) {
            pageBuilder.assembler().resources().requireWebResource(WEB_RESOURCE);
        }
        if (answer instanceof SummaryAnswer.Found found) {
            return render("weekly-summary", page.summary(found, output));
        }
        return render("summary-notice", page.notice((SummaryAnswer.Missing) answer, output));
    }

    private String lastResort(SummaryAnswer failed, SummaryOutput output) throws MacroExecutionException {
        try {
            return render("summary-notice", page.notice((SummaryAnswer.Missing) failed, output));
        } catch (Exception | LinkageError e) {
            throw new MacroExecutionException(e);
        }
    }

    private String render(String template, Object view) throws IOException {
        StringWriter html = new StringWriter();
        templates.render("confluence/summary/" + template + ".vm", Map.of("view", view), html);
        return html.toString();
    }
}
