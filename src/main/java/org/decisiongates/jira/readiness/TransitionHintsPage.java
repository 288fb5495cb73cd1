package org.decisiongates.jira.readiness;

import java.util.List;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.RenderedTemplate;
import org.decisiongates.jira.readiness.ReadinessReplies.FindingReply;
import org.decisiongates.policy.rules.HasSuccessor;
import org.decisiongates.readiness.RuleReadiness;
import org.decisiongates.readiness.TransitionReadiness;

/** Renders what the app adds to the screen of a transition: advice, which refuses nothing, and which field names a successor. */
@JiraComponent
public class TransitionHintsPage {

    private static final String TEMPLATE = "/jira/readiness/hints.vm";

    private final ReadinessFormatter formatter;
    private final JiraFields fields;
    private final JiraTexts texts;
    private final TemplateRenderer renderer;

    TransitionHintsPage(ReadinessFormatter formatter, JiraFields fields, JiraTexts texts, TemplateRenderer renderer) {
        this.formatter = formatter;
        this.fields = fields;
        this.texts = texts;
        this.renderer = renderer;
    }

    String html(TransitionReadiness transition) {
        return RenderedTemplate.of(renderer, TEMPLATE, view(transition));
    }

    TransitionHintsView view(TransitionReadiness transition) {
        List<HintView> hints = transition.rules().stream().filter(RuleReadiness::isAdvice)
                .flatMap(rule -> rule.findings().stream().map(finding -> hint(rule, formatter.reply(rule, finding)))).toList();
        return new TransitionHintsView(texts.text("decision-gates.readiness.hints.title", transition.name()), hints,
                successorField(transition).orElse(""));
    }

    private HintView hint(RuleReadiness rule, FindingReply finding) {
        return new HintView(finding.field().orElse(""), formatter.nameOf(rule.rule()), finding.fieldName().orElse(""), finding.message(),
                finding.remedy().orElse(""));
    }

    private Optional<String> successorField(TransitionReadiness transition) {
        return transition.rules().stream().filter(rule -> rule.rule().equals(HasSuccessor.DEFINITION.key()))
                .map(rule -> rule.subject().isEmpty() ? OwnField.SUPERSEDED_BY.key() : rule.subject()).map(Field::new).map(fields::idOf)
                .findFirst();
    }
}
