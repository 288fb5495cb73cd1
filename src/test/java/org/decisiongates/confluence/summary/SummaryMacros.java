package org.decisiongates.confluence.summary;

import java.util.Map;

import com.atlassian.sal.api.web.context.HttpContext;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.RequiredResources;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;

import org.decisiongates.confluence.link.JiraAnswer;
import org.decisiongates.confluence.link.JiraClient;
import org.decisiongates.confluence.link.LoopbackLink;
import org.decisiongates.confluence.macro.RenderedMacro;

/** The macro of the week, rendered. */
final class SummaryMacros {

    private static final HttpContext NOWHERE = LoopbackLink.answering(HttpContext.class, (method, arguments) -> null);

    private SummaryMacros() {
    }

    static RenderedMacro of(Map<String, String> parameters, JiraAnswer answer) {
        return of(parameters, RenderedMacro.answering(answer));
    }

    static RenderedMacro of(Map<String, String> parameters, JiraClient jira) {
        RequiredResources resources = LoopbackLink.answering(RequiredResources.class, (method, arguments) -> null);
        WebResourceAssembler assembler = LoopbackLink.answering(WebResourceAssembler.class, (method, arguments) -> resources);
        PageBuilderService pageBuilder = LoopbackLink.answering(PageBuilderService.class, (method, arguments) -> assembler);
        return RenderedMacro.of(new WeeklySummaryMacro(jira, new SummaryPage(RenderedMacro.texts()),
                new MacroPlace(RenderedMacro.host(), NOWHERE), RenderedMacro.templates(), pageBuilder), parameters);
    }
}
