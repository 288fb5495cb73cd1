package org.decisiongates.jira.readiness;

import java.util.List;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.RenderedTemplate;
import org.decisiongates.jira.readiness.ReadinessReplies.FindingReply;
import org.decisiongates.policy.rules.HasSuccessor;
import org.decisiongates.readiness.RuleReadiness;
import org.decisiongates.readiness.TransitionReadiness;

/**
 * Renders what the app adds to the screen of a transition: what the screen cannot take and where it is entered, advice, which refuses
 * nothing, and which field names a successor.
 */
@JiraComponent
public class TransitionHintsPage {

    private static final String TEMPLATE = "/jira/readiness/hints.vm";

    private final ReadinessFormatter formatter;
    private final JiraFields fields;
    private final JiraTexts texts;
    private final OwnIssueTypes types;
    private final ApplicationProperties application;
    private final TemplateRenderer renderer;

    TransitionHintsPage(ReadinessFormatter formatter, JiraFields fields, JiraTexts texts, OwnIssueTypes types,
            ApplicationProperties application, TemplateRenderer renderer) {
        this.formatter = formatter;
        this.fields = fields;
        this.texts = texts;
        this.types = types;
        this.application = application;
        this.renderer = renderer;
    }

    String html(Issue issue, TransitionReadiness transition) {
        return RenderedTemplate.of(renderer, TEMPLATE, view(issue, transition));
    }

    TransitionHintsView view(Issue issue, TransitionReadiness transition) {
        // only the pages of these show a record
        List<HintView> missing = types.of(issue).isEmpty() ? List.of()
                : transition.rules().stream().filter(RuleReadiness::isMissing).flatMap(rule -> rule.findings().stream()
                        .flatMap(finding -> finding.rows().stream().map(rows -> hint(rule, formatter.shown(rule, finding),
                                application.getBaseUrl(UrlMode.RELATIVE) + "/browse/" + issue.getKey() + "#" + rows.anchor()))))
                        .toList();
        List<HintView> hints = transition.rules().stream().filter(RuleReadiness::isAdvice)
                .flatMap(rule -> rule.findings().stream().map(finding -> hint(rule, formatter.shown(rule, finding), ""))).toList();
        return new TransitionHintsView(texts.text("decision-gates.readiness.hints.elsewhere", transition.name()), missing,
                texts.text("decision-gates.readiness.hints.title", transition.name()), hints,
                successorField(transition).orElse(""));
    }

    private HintView hint(RuleReadiness rule, FindingReply finding, String href) {
        return new HintView(finding.field().orElse(""), formatter.nameOf(rule.rule()), finding.fieldName().orElse(""), finding.message(),
                finding.remedy().orElse(""), href);
    }

    private Optional<String> successorField(TransitionReadiness transition) {
        return transition.rules().stream().filter(rule -> rule.rule().equals(HasSuccessor.DEFINITION.key()))
                .map(rule -> rule.subject().isEmpty() ? OwnField.SUPERSEDED_BY.key() : rule.subject()).map(Field::new).map(fields::idOf)
                .findFirst();
    }
}
