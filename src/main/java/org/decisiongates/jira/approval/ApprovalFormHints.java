package org.decisiongates.jira.approval;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.ApprovedSections;
import org.decisiongates.approval.SealedContent;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.RenderedTemplate;

/** Renders what Jira's forms say under the fields of which a change makes current approvals stale, for issues that the caller may see. */
@JiraComponent
public class ApprovalFormHints {

    private static final String TEMPLATE = "/jira/approval/form-hints.vm";

    private final JiraFields fields;
    private final JiraTexts texts;
    private final TemplateRenderer renderer;

    ApprovalFormHints(JiraFields fields, JiraTexts texts, TemplateRenderer renderer) {
        this.fields = fields;
        this.texts = texts;
        this.renderer = renderer;
    }

    String html(Approvals approvals) {
        return RenderedTemplate.of(renderer, TEMPLATE, view(approvals));
    }

    ApprovalFormHintsView view(Approvals approvals) {
        return new ApprovalFormHintsView(ApprovedSections.of(approvals).entrySet().stream().flatMap(bound -> SealedContent
                .fieldsOf(bound.getKey()).stream().map(field -> new ApprovalFormHintView(fields.idOf(field),
                        texts.text("decision-gates.approval.form-hint", String.join(", ", bound.getValue())))))
                .toList());
    }
}
