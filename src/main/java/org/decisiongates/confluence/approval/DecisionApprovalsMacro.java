package org.decisiongates.confluence.approval;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.macro.Macro;
import com.atlassian.confluence.macro.MacroExecutionException;
import com.atlassian.templaterenderer.TemplateRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.confluence.link.JiraAnswer;
import org.decisiongates.confluence.link.JiraAnswer.Found;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.JiraClient;
import org.decisiongates.confluence.macro.MacroAddresses;
import org.decisiongates.confluence.macro.MacroSurface;
import org.decisiongates.confluence.macro.StoredMacros;
import org.decisiongates.page.Surface;

/** Puts the approvals of issues on a Confluence page: who approved what, current or stale; or the reason why Jira said nothing. */
public final class DecisionApprovalsMacro implements Macro {

    /** In the storage format of pages. */
    public static final String NAME = "decision-approvals";
    /** What anchors of the help page begin with. */
    public static final String HELP_ANCHORS = "decision-gates-help-";

    private static final Logger LOG = LoggerFactory.getLogger(DecisionApprovalsMacro.class);
    private static final String NOTICE = "confluence/macro/macro-notice.vm";
    private static final String APPROVALS = "confluence/approval/decision-approvals.vm";

    private final JiraClient jira;
    private final DecisionApprovalsFormatter formatter;
    private final MacroAddresses addresses;
    private final TemplateRenderer templates;

    public DecisionApprovalsMacro(JiraClient jira, DecisionApprovalsFormatter formatter, MacroAddresses addresses,
            TemplateRenderer templates) {
        this.jira = jira;
        this.formatter = formatter;
        this.addresses = addresses;
        this.templates = templates;
    }

    @Override
    public String execute(Map<String, String> parameters, String body, ConversionContext context) throws MacroExecutionException {
        ApprovalQuestion question = ApprovalQuestion.of(parameters);
        try {
            return show(question, context);
        } catch (Exception | LinkageError e) {
            LOG.error("The approvals of {} could not be shown", question.logged(), e);
            return lastResort(Missing.because(Reason.FAILED, question.subject()), MacroSurface.of(context));
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

    private String show(ApprovalQuestion question, ConversionContext context) throws IOException {
        Surface surface = MacroSurface.of(context);
        if (!question.faults().isEmpty()) {
            return render(NOTICE, formatter.notice(question, surface, help()));
        }
        jira.prepare(together(context));
        JiraAnswer answer = jira.ask(question);
        DecisionApprovalsFormatter.Place place = new DecisionApprovalsFormatter.Place(surface,
                addresses.refresh(context, question.parameters()), help());
        return answer instanceof Found found ? render(APPROVALS, formatter.view(found, question, place))
                : render(NOTICE, formatter.notice((Missing) answer, place));
    }

    /** What all macros of this kind on the page ask, if there is more than this one: they can ask together. */
    private static List<ApprovalQuestion> together(ConversionContext context) {
        ContentEntityObject page = context == null ? null : context.getEntity();
        String stored = page == null ? null : page.getBodyAsString();
        List<ApprovalQuestion> questions = stored == null ? List.of()
                : StoredMacros.parameters(stored, NAME).stream().map(ApprovalQuestion::of).distinct().toList();
        return questions.size() > 1 ? questions : List.of();
    }

    private String lastResort(Missing failed, Surface surface) throws MacroExecutionException {
        try {
            return render(NOTICE, formatter.notice(failed,
                    new DecisionApprovalsFormatter.Place(surface, Optional.empty(), help())));
        } catch (Exception | LinkageError e) {
            throw new MacroExecutionException(e);
        }
    }

    private String render(String template, Object view) throws IOException {
        StringWriter html = new StringWriter();
        templates.render(template, Map.of("view", view), html);
        return html.toString();
    }

    /** Where the help page begins with this macro. */
    private String help() {
        return addresses.help() + "#" + HELP_ANCHORS + "approvals-parameters";
    }
}
