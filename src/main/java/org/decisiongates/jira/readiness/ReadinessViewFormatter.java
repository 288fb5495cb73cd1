package org.decisiongates.jira.readiness;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.readiness.ReadinessReplies.FindingReply;
import org.decisiongates.jira.readiness.ReadinessReplies.PersonReply;
import org.decisiongates.policy.Finding;
import org.decisiongates.readiness.Fix;
import org.decisiongates.readiness.Readiness;
import org.decisiongates.readiness.RuleReadiness;
import org.decisiongates.readiness.Score;
import org.decisiongates.readiness.TransitionReadiness;

/** Lays readiness out for the panel: what refuses, what is waived and what is advised, each told apart from the others. */
@JiraComponent
public class ReadinessViewFormatter {

    private static final String GOOD = "aui-lozenge-success";
    private static final String MISSING = "aui-lozenge-moved";

    private final ReadinessFormatter formatter;
    private final JiraTexts texts;
    private final OwnIssueTypes types;

    ReadinessViewFormatter(ReadinessFormatter formatter, JiraTexts texts, OwnIssueTypes types) {
        this.formatter = formatter;
        this.texts = texts;
        this.types = types;
    }

    /** @param base address of this Jira, without a slash at its end */
    ReadinessView view(String base, Issue issue, ApplicationUser viewer, Readiness readiness, boolean editable) {
        Score score = readiness.score();
        Places places = editable ? new Places(base + "/secure/EditIssue!default.jspa?id=" + issue.getId(),
                types.withId(issue.getIssueTypeId()).isPresent()) : Places.NONE;
        List<String> helpers = formatter.helpers(issue).stream().map(PersonReply::name).toList();
        return new ReadinessView(base + "/rest/decision-gates/1.0/issue/" + issue.getKey() + "/readiness/panel",
                base + "/rest/api/2/issue/" + issue.getKey(), viewer == null ? "" : viewer.getUsername(),
                text("count", score.met(), score.rules().size()), score.value().isPresent() ? text("score", score.value().getAsInt()) : "",
                notes(score), score.rules().stream().map(this::points).toList(),
                readiness.transitions().stream().map(transition -> transition(transition, places)).toList(),
                helpers.isEmpty() ? "" : text("help", String.join(", ", helpers)));
    }

    private List<String> notes(Score score) {
        List<String> notes = new ArrayList<>();
        if (score.isCapped()) {
            notes.add(text("capped", score.rules().stream().filter(rule -> rule.required() && !rule.met())
                    .map(rule -> formatter.nameOf(rule.rule())).collect(Collectors.joining(", ")), Score.MOST_WITHOUT_REQUIRED));
        }
        if (score.value().isPresent()) {
            notes.add(text("not-asked"));
        }
        return notes;
    }

    private PointsView points(Score.Points rule) {
        return new PointsView(formatter.nameOf(rule.rule()), text("points", rule.points()), text(rule.met() ? "met" : "not-met"),
                rule.met() ? GOOD : MISSING);
    }

    private TransitionReadinessView transition(TransitionReadiness transition, Places places) {
        long missing = transition.rules().stream().filter(RuleReadiness::isMissing).count();
        List<RuleReadiness> rules = transition.rules();
        List<ReadinessItemView> items = Stream.of(
                items(rules.stream().filter(RuleReadiness::isMissing), "", places),
                items(rules.stream().filter(RuleReadiness::isWaived), text("waived"), places),
                items(rules.stream().filter(RuleReadiness::isAdvice), text("advice"), places)).flatMap(some -> some).toList();
        return switch (transition.state()) {
            case READY -> new TransitionReadinessView(transition.name(), text("ready"), GOOD, items);
            case ASKED_AT_TRANSITION -> new TransitionReadinessView(transition.name(), text("asked-at-transition"), "", items);
            case MISSING -> new TransitionReadinessView(transition.name(), text("missing", missing), MISSING, items);
        };
    }

    private Stream<ReadinessItemView> items(Stream<RuleReadiness> rules, String mark, Places places) {
        return rules.flatMap(rule -> rule.findings().stream().map(finding -> item(rule, finding, mark, places)));
    }

    private ReadinessItemView item(RuleReadiness rule, Finding finding, String mark, Places places) {
        FindingReply reply = formatter.reply(rule, finding);
        boolean edited = reply.fix() == Fix.FIELD && !places.editForm().isEmpty();
        String field = edited ? reply.field().orElse("") : "";
        String control = edited ? reply.control().filter(one -> one != FieldControl.OTHER).map(FieldControl::name).orElse("") : "";
        return new ReadinessItemView(formatter.nameOf(rule.rule()), formatter.reasonOf(rule.rule()), reply.message(),
                reply.remedy().orElse(""), mark, field, reply.fieldName().orElse(""), control,
                edited ? places.editForm() + "#" + field : "",
                places.hasRecord() && reply.fix() == Fix.RECORD ? "#" + finding.rows().orElseThrow().anchor() : "");
    }

    /**
     * Where the viewer can put something right.
     *
     * @param editForm  address of the form with all fields; empty where the viewer may not edit the issue
     * @param hasRecord whether the page of the issue shows its record, with a form for each kind
     */
    private record Places(String editForm, boolean hasRecord) {

        private static final Places NONE = new Places("", false);
    }

    private String text(String key, Serializable... arguments) {
        return texts.text("decision-gates.readiness.panel." + key, arguments);
    }
}
