package org.decisiongates.jira.readiness;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.IssueRecord;
import org.decisiongates.jira.gate.RulesServlet;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.readiness.ReadinessReplies.FindingReply;
import org.decisiongates.jira.readiness.ReadinessReplies.IssueReply;
import org.decisiongates.jira.readiness.ReadinessReplies.PersonReply;
import org.decisiongates.jira.readiness.ReadinessReplies.PointsReply;
import org.decisiongates.jira.readiness.ReadinessReplies.RuleReply;
import org.decisiongates.jira.readiness.ReadinessReplies.ScoreReply;
import org.decisiongates.jira.readiness.ReadinessReplies.TransitionReply;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.readiness.Readiness;
import org.decisiongates.readiness.RemedyKind;
import org.decisiongates.readiness.RuleReadiness;
import org.decisiongates.readiness.Score;
import org.decisiongates.readiness.TransitionReadiness;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.Message;

/** Words readiness in the reader's language. */
@JiraComponent
public class ReadinessFormatter {

    private static final int MAX_TEXT_LENGTH = 1_000;

    private final JiraTexts texts;
    private final JiraFields fields;
    private final DayFormatter days;

    ReadinessFormatter(JiraTexts texts, JiraFields fields, DayFormatter days) {
        this.texts = texts;
        this.fields = fields;
        this.days = days;
    }

    IssueReply reply(Issue issue, Readiness readiness, boolean editable) {
        Score score = readiness.score();
        return new IssueReply(issue.getKey(), editable, score.met(), score.rules().size(), reply(score), helpers(issue),
                readiness.transitions().stream().map(this::reply).toList());
    }

    ScoreReply reply(Score score) {
        return new ScoreReply(score.value(), score.isCapped(), score.way(), score.rules().stream()
                .map(rule -> new PointsReply(rule.rule(), nameOf(rule.rule()), rule.points(), rule.met(), rule.required())).toList(),
                score.askedAtTransition());
    }

    /** What people call a rule; its key where there is no such rule. */
    String nameOf(String rule) {
        return rule.isEmpty() ? texts.text("decision-gates.readiness.no-rule")
                : Rules.of(rule).map(known -> texts.text("decision-gates.rule." + known.key() + ".name")).orElse(rule);
    }

    /** Why a rule is there; empty text where there is no such rule. */
    String reasonOf(String rule) {
        return Rules.of(rule).map(known -> texts.text("decision-gates.rule." + known.key() + ".why")).orElse("");
    }

    /** Where a rule is explained, below the address of Jira; empty where there is no such rule. */
    Optional<String> pageOf(String rule) {
        return Rules.of(rule).map(known -> RulesServlet.addressOf(known.key()));
    }

    /** Who can help with what is missing. */
    List<PersonReply> helpers(Issue issue) {
        ApplicationUser lead = issue.getProjectObject().getProjectLead();
        return lead == null || !lead.isActive() ? List.of() : List.of(new PersonReply(lead.getKey(), lead.getDisplayName()));
    }

    private TransitionReply reply(TransitionReadiness transition) {
        return new TransitionReply(transition.id(), transition.name(), transition.state(),
                transition.rules().stream().map(this::reply).toList());
    }

    private RuleReply reply(RuleReadiness rule) {
        return new RuleReply(rule.rule(), nameOf(rule.rule()), reasonOf(rule.rule()), pageOf(rule.rule()), rule.result(),
                rule.enforcement(), rule.isMissing(), rule.isAskedAtTransition(),
                rule.policies().stream().filter(policy -> !policy.equals(PolicyVersion.OF_THE_WORKFLOW)).map(PolicyVersion::journalKey)
                        .toList(),
                Optional.of(rule.subject()).filter(subject -> !subject.isEmpty()),
                rule.findings().stream().map(finding -> reply(rule, finding)).toList());
    }

    FindingReply reply(RuleReadiness rule, Finding finding) {
        return reply(rule, finding, UnaryOperator.identity());
    }

    /** A finding as a page shows it, with days as this Jira writes them. */
    FindingReply shown(RuleReadiness rule, Finding finding) {
        return reply(rule, finding, days::forPeople);
    }

    private FindingReply reply(RuleReadiness rule, Finding finding, UnaryOperator<Message> days) {
        RemedyKind kind = rule.remedyKindOf(finding);
        return new FindingReply(finding.key(), messageOf(rule, finding, days), remedyOf(rule, finding, days), kind,
                finding.field().map(fields::idOf), finding.field().map(field -> fields.nameOf(field, texts.locale())),
                kind == RemedyKind.FIELD ? finding.field().map(field -> FieldControl.of(field, fields)) : Optional.empty(),
                finding.rows().map(IssueRecord.Kind::key));
    }

    /** What only a transition can tell is worded as what it asks for, not as what cannot be told. */
    private String messageOf(RuleReadiness rule, Finding finding, UnaryOperator<Message> days) {
        return isTransitionAwaited(rule, finding) ? texts.text("decision-gates.rule." + rule.rule() + ".description")
                : text(days.apply(finding.message()));
    }

    private Optional<String> remedyOf(RuleReadiness rule, Finding finding, UnaryOperator<Message> days) {
        return isTransitionAwaited(rule, finding) ? Optional.of(texts.text("decision-gates.readiness.asked-at-transition"))
                : finding.remedy().map(days).map(this::text);
    }

    private static boolean isTransitionAwaited(RuleReadiness rule, Finding finding) {
        return rule.isAskedAtTransition() && finding.key().equals("decision-gates.gate.not-evaluable") && Rules.of(rule.rule()).isPresent();
    }

    private String text(Message message) {
        return Abbreviation.of(texts.text(message.key(), message.arguments().toArray(Serializable[]::new)), MAX_TEXT_LENGTH);
    }
}
