package org.decisiongates.jira.readiness;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.readiness.ReadinessReplies.FindingReply;
import org.decisiongates.jira.readiness.ReadinessReplies.PersonReply;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.readiness.Readiness;
import org.decisiongates.readiness.RemedyKind;
import org.decisiongates.readiness.RuleReadiness;
import org.decisiongates.readiness.Score;
import org.decisiongates.readiness.TransitionReadiness;
import org.decisiongates.text.KebabCase;
import org.decisiongates.waiver.WaiverStep;

/** Lays readiness out for the panel: what refuses, what is waived and what is advised, each told apart from the others. */
@JiraComponent
public class ReadinessViewFormatter {

    private static final String GOOD = "aui-lozenge-success";
    private static final String MISSING = "aui-lozenge-moved";
    private static final Set<String> REMINDED = Set.of("decision-gates.rule.approvals-current.missing",
            "decision-gates.rule.approvals-current.missing-some");

    private final ReadinessFormatter formatter;
    private final JiraTexts texts;
    private final OwnIssueTypes types;
    private final UserManager users;
    private final DayFormatter days;

    ReadinessViewFormatter(ReadinessFormatter formatter, JiraTexts texts, OwnIssueTypes types, UserManager users, DayFormatter days) {
        this.formatter = formatter;
        this.texts = texts;
        this.types = types;
        this.users = users;
        this.days = days;
    }

    /** @param base address of this Jira, without a slash at its end */
    ReadinessView view(String base, Issue issue, ApplicationUser viewer, ReadinessPanelContent input, boolean editable) {
        Readiness readiness = input.readiness();
        Score score = readiness.score();
        Offer offer = new Offer(base, editable ? base + "/secure/EditIssue!default.jspa?id=" + issue.getId() : "",
                types.of(issue).isPresent(), viewer != null && (editable || input.owned()),
                viewer == null ? rule -> Optional.empty() : input::askingFor);
        List<String> helpers = formatter.helpers(issue).stream().map(PersonReply::name).toList();
        return new ReadinessView(base + "/rest/decision-gates/1.0/issue/" + issue.getKey(),
                base + "/rest/api/2/issue/" + issue.getKey(), viewer == null ? "" : viewer.getUsername(),
                count(score), score.value().isPresent() ? text("score", score.value().getAsInt()) : "", scope(readiness),
                notes(score), score.rules().stream().map(this::points).toList(),
                ungated(issue, input), owed(issue, input, offer), transitions(input, offer),
                readiness.transitions().isEmpty() ? text("no-transition") : "", isWrittenIntoWorkflow(readiness) ? text("inline") : "",
                input.waivers().stream().map(this::waiver).toList(),
                helpers.isEmpty() ? "" : text("help", String.join(", ", helpers)));
    }

    /** None of a workflow without a gate: each of them would be called ready. */
    private List<TransitionReadinessView> transitions(ReadinessPanelContent input, Offer offer) {
        return input.ungated().isPresent() ? List.of()
                : input.readiness().transitions().stream().map(transition -> transition(transition, offer)).toList();
    }

    private List<String> ungated(Issue issue, ReadinessPanelContent input) {
        return input.ungated().map(workflow -> {
            String label = workflow.type().label();
            return workflow.policies().isEmpty() ? List.of(text("no-gate", workflow.name()), text("no-policy", label))
                    : List.of(text("no-gate", workflow.name()),
                            text("policies", workflow.policies().size(), String.join(", ", workflow.policies()), label),
                            text(!workflow.hasPhase() ? "no-phase" : input.owed().isEmpty() ? "phase-met" : "phase",
                                    issue.getStatus().getNameTranslation(), label));
        }).orElse(List.of());
    }

    private String count(Score score) {
        if (score.rules().isEmpty()) {
            return text(score.askedAtTransition().isEmpty() ? "nothing-ahead" : "all-later");
        }
        int missing = score.rules().size() - score.met();
        return missing == 0 ? text("count-all", score.met()) : text("count", score.met(), score.rules().size(), missing);
    }

    /** What is counted above, since each transition has a count of its own. */
    private String scope(Readiness readiness) {
        Score score = readiness.score();
        if (score.rules().isEmpty() || score.way().isEmpty()) {
            return "";
        }
        boolean isAnyWaived = readiness.transitions().stream().flatMap(transition -> transition.rules().stream())
                .anyMatch(RuleReadiness::isWaived);
        return text("scope", score.way().size(), String.join(" \u2192 ", score.way()), score.askedAtTransition().size())
                + (isAnyWaived ? " " + text("scope-waived") : "");
    }

    private List<String> notes(Score score) {
        List<String> notes = new ArrayList<>();
        if (score.isCapped()) {
            notes.add(text("capped", score.rules().stream().filter(rule -> rule.required() && !rule.met())
                    .map(rule -> formatter.nameOf(rule.rule())).collect(Collectors.joining(", ")), Score.MOST_WITHOUT_REQUIRED));
        }
        if (!score.askedAtTransition().isEmpty()) {
            notes.add(text("later", score.askedAtTransition().stream().map(formatter::nameOf).collect(Collectors.joining(", "))));
        }
        if (!score.rules().isEmpty()) {
            notes.add(text("not-asked"));
        }
        return notes;
    }

    private PointsView points(Score.Points rule) {
        return new PointsView(formatter.nameOf(rule.rule()), text("points", rule.points()), text(rule.met() ? "met" : "not-met"),
                rule.met() ? GOOD : MISSING);
    }

    private TransitionReadinessView transition(TransitionReadiness transition, Offer offer) {
        long missing = transition.rules().stream().filter(RuleReadiness::isMissing).count();
        List<RuleReadiness> rules = transition.rules();
        List<ReadinessItemView> items = Stream.of(
                items(rules.stream().filter(RuleReadiness::isMissing), "", offer),
                items(rules.stream().filter(RuleReadiness::isAskedAtTransition), text("asked-later"), offer),
                items(rules.stream().filter(RuleReadiness::isWaived), text("waived"), offer),
                items(rules.stream().filter(RuleReadiness::isAdvice), text("advice"), offer)).flatMap(some -> some).toList();
        String tally = tally(rules);
        return switch (transition.state()) {
            case READY -> new TransitionReadinessView(transition.name(), text("ready"), GOOD, tally, items);
            case ASKED_AT_TRANSITION -> new TransitionReadinessView(transition.name(), text("asked-at-transition"), "", tally, items);
            case MISSING -> new TransitionReadinessView(transition.name(), text("missing", missing), MISSING, tally, items);
        };
    }

    /** How many rules of which kind there are, so that they add up; empty text where nothing is required or advised. */
    private String tally(List<RuleReadiness> rules) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("met", rules.stream().filter(RuleReadiness::isMet).count());
        counts.put("waived", rules.stream().filter(RuleReadiness::isWaived).count());
        counts.put("missing", rules.stream().filter(RuleReadiness::isMissing).count());
        counts.put("later", rules.stream().filter(rule -> rule.refuses() && rule.isAskedAtTransition()).count());
        long required = counts.values().stream().mapToLong(Long::longValue).sum();
        long advice = rules.stream().filter(RuleReadiness::isAdvice).count();
        String told = required == 0 ? ""
                : text("tally", required, counts.entrySet().stream().filter(count -> count.getValue() > 0)
                        .map(count -> text("tally." + count.getKey(), count.getValue())).collect(Collectors.joining(", ")));
        return (told + (advice == 0 ? "" : " " + text("tally.advice", advice))).strip();
    }

    /** What the issue owes: none where it owes nothing. */
    private List<TransitionReadinessView> owed(Issue issue, ReadinessPanelContent input, Offer offer) {
        if (input.owed().isEmpty()) {
            return List.of();
        }
        List<ReadinessItemView> items = input.owed().stream().flatMap(owed -> owed.rule().findings().stream()
                .map(finding -> item(owed.rule(), finding, owed.debt().map(debt -> text("cause." + KebabCase.of(debt.cause()))).orElse(""),
                        owed.debt().map(debt -> text("owed-for", Duration.between(debt.since(), input.now().toInstant()).toDays()))
                                .orElse(text("owed-now")),
                        offer)))
                .toList();
        return List.of(new TransitionReadinessView(text("owed", issue.getStatus().getNameTranslation()),
                text("owed-count", input.owed().size()), MISSING, "", items));
    }

    private static boolean isWrittenIntoWorkflow(Readiness readiness) {
        return readiness.transitions().stream().flatMap(transition -> transition.rules().stream())
                .anyMatch(rule -> rule.isMissing() && rule.policies().contains(PolicyVersion.OF_THE_WORKFLOW));
    }

    private WaiverView waiver(OpenWaiver open) {
        WaiverStep newest = open.waiver().newest();
        String actor = Optional.ofNullable(users.getUserByKey(newest.actor())).map(ApplicationUser::getDisplayName).orElse(newest.actor());
        return new WaiverView(open.waiver().number(), newest.step(), formatter.nameOf(open.waiver().rule().rule()),
                text(open.active() ? "waiver-active" : "waiver-asked"), open.active() ? "" : MISSING,
                text(open.active() ? "waiver-granted-by" : "waiver-asked-by", days.text(open.lastDay()),
                        policy(open.waiver().rule().scope(),
                                open.waiver().rule().policy()),
                        actor) + (open.active() ? "" : " " + deciders(open)),
                open.waiver().asked().reason(), open.rights().decide(), open.rights().withdraw());
    }

    private String deciders(OpenWaiver asked) {
        return asked.deciders().isEmpty() ? text("waiver-undecidable") : text("waiver-deciders", String.join(", ", asked.deciders()));
    }

    private String policy(Scope scope, String key) {
        return scope.isGlobal() ? key : text("policy-of-project", key);
    }

    private Stream<ReadinessItemView> items(Stream<RuleReadiness> rules, String mark, Offer offer) {
        return rules.flatMap(rule -> rule.findings().stream().map(finding -> item(rule, finding, mark, "", offer)));
    }

    private ReadinessItemView item(RuleReadiness rule, Finding finding, String mark, String since, Offer offer) {
        FindingReply reply = formatter.shown(rule, finding);
        boolean edited = reply.fix() == RemedyKind.FIELD && !offer.edit().isEmpty();
        String field = edited ? reply.field().orElse("") : "";
        String control = edited ? reply.control().filter(one -> one != FieldControl.OTHER).map(FieldControl::name).orElse("") : "";
        Optional<ReadinessPanelContent.Asking> asking = rule.isMissing() ? offer.waivers().apply(rule) : Optional.empty();
        String policies = asking.map(what -> what.policies().stream().map(PolicyVersion::journalKey).collect(Collectors.joining(" ")))
                .orElse("");
        String each = asking.filter(what -> what.all().size() > 1).map(what -> text("waive-each", what.all().size(),
                what.all().stream().map(policy -> policy(policy.scope(), policy.key())).collect(Collectors.joining(", ")))).orElse("");
        Optional<String> place = offer.placeOf(reply.fix(), finding);
        return new ReadinessItemView(formatter.nameOf(rule.rule()),
                formatter.pageOf(rule.rule()).map(page -> offer.base() + page).orElse(""), formatter.reasonOf(rule.rule()), reply.message(),
                reply.remedy().orElse(""), mark, field, reply.fieldName().orElse(""), control,
                edited ? offer.edit() + "#" + field : "",
                place.orElse(""), place.isEmpty() ? "" : text(KebabCase.of(reply.fix())), policies, rule.rule(), rule.subject(),
                asking.map(what -> what.latest().toString()).orElse(""),
                asking.map(what -> text("latest", days.text(what.latest()))).orElse(""), place.isPresent() && offer.reminds(finding),
                Stream.of(since, each).filter(said -> !said.isEmpty()).toList());
    }

    /**
     * What the viewer may do about what is missing.
     *
     * @param base      address of this Jira
     * @param edit      address of Jira's form that edits the issue; empty text for those who may not
     * @param isOwnType whether the page of the issue shows its record, with a form for each kind, and its feedback threads
     * @param mayRemind whether the viewer may remind those whose approval is missing
     * @param waivers   what there is to ask for so that a rule may fail
     */
    private record Offer(String base, String edit, boolean isOwnType, boolean mayRemind,
            Function<RuleReadiness, Optional<ReadinessPanelContent.Asking>> waivers) {

        /** Whether people could approve what is missing; what waits for an earlier stage, or for the owner, they could not. */
        private boolean reminds(Finding finding) {
            return mayRemind && REMINDED.contains(finding.key());
        }

        /** Where on the page it is put right. */
        private Optional<String> placeOf(RemedyKind kind, Finding finding) {
            if (!isOwnType) {
                return Optional.empty();
            }
            return switch (kind) {
                case RECORD -> edit.isEmpty() ? Optional.empty() : Optional.of("#" + finding.rows().orElseThrow().anchor());
                case THREAD -> Optional.of("#decision-gates-feedback");
                case APPROVAL -> Optional.of("#decision-gates-approvals");
                default -> Optional.empty();
            };
        }
    }

    private String text(String key, Serializable... arguments) {
        return texts.text("decision-gates.readiness.panel." + key, arguments);
    }
}
