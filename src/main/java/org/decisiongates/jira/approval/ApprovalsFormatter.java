package org.decisiongates.jira.approval;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.RequirementState;
import org.decisiongates.approval.SealedContent;
import org.decisiongates.approval.Verdict;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.MomentFormatter;
import org.decisiongates.text.KebabCase;

/** Words approvals in the reader's language. */
@JiraComponent
class ApprovalsFormatter {

    private static final String KEY = "decision-gates.approval.panel.";
    private static final int MAX_NAMED = 5;

    private final JiraTexts texts;
    private final MomentFormatter moments;
    private final UserManager users;

    ApprovalsFormatter(JiraTexts texts, MomentFormatter moments, UserManager users) {
        this.texts = texts;
        this.moments = moments;
        this.users = users;
    }

    /**
     * What the panel shows.
     *
     * @param allowed  the steps that the reader may take
     * @param onBehalf those that the reader may take for others, by the user key of the approver
     * @param named    whom the reader is told of those who could still approve
     * @param approved what was approved, by its digest; empty where that is not to be read
     */
    ApprovalsView view(String address, Approvals approvals, Set<Kind> allowed, Map<String, Set<Kind>> onBehalf,
            Function<RequirementState, List<String>> named, Function<String, Optional<SealedContent>> approved) {
        return new ApprovalsView(address, approvals.content().digest(),
                approvals.states().stream().map(state -> requirement(state, named.apply(state), approvals.content(), approved)).toList(),
                content(approvals.content()), actions(allowed, onBehalf),
                approvals.states().stream().allMatch(state -> state.verdicts().isEmpty()) ? "" : moments.zone(),
                approvals.brokenAt().isPresent() ? text("chain-broken", approvals.brokenAt().getAsInt()) : "",
                approvals.steps().isEmpty() ? "" : address + "/statements");
    }

    /** In the order in which people read sections. */
    private List<ApprovalContentView> content(SealedContent content) {
        return Arrays.stream(SealedSection.values()).map(SealedSection::key)
                .filter(section -> !content.sections().getOrDefault(section, List.of()).isEmpty())
                .map(section -> new ApprovalContentView(section(section),
                        content.sections().get(section).stream().map(ApprovalsFormatter::said).toList()))
                .toList();
    }

    private List<ApprovalActionGroupView> actions(Set<Kind> allowed, Map<String, Set<Kind>> onBehalf) {
        List<ApprovalActionGroupView> groups = new ArrayList<>();
        if (!allowed.isEmpty()) {
            groups.add(new ApprovalActionGroupView("", "", actions(allowed)));
        }
        onBehalf.forEach((approver, kinds) -> groups
                .add(new ApprovalActionGroupView(text("for", name(approver)), approver, actions(kinds))));
        return groups;
    }

    private List<ApprovalActionView> actions(Set<Kind> kinds) {
        return kinds.stream().map(kind -> new ApprovalActionView(kind.name(), text("action." + KebabCase.of(kind)))).toList();
    }

    private ApprovalRequirementView requirement(RequirementState state, List<String> named, SealedContent content,
            Function<String, Optional<SealedContent>> approved) {
        String sections = text("bound-to", state.required().requirement().sections().stream()
                .map(section -> section(section.key())).collect(Collectors.joining(", ")));
        return new ApprovalRequirementView(state.required().requirement().name(),
                text("state." + KebabCase.of(state.state()), state.given(), state.needed()), style(state.state()), sections,
                missing(state.missing().size(), named),
                state.verdicts().stream().map(verdict -> verdict(verdict, content, approved)).toList());
    }

    private String missing(int number, List<String> keys) {
        if (keys.isEmpty()) {
            return number == 0 ? "" : text("missing-number", number);
        }
        String named = keys.stream().limit(MAX_NAMED).map(this::name).collect(Collectors.joining(", "));
        int more = number - MAX_NAMED;
        return more > 0 ? text("missing-more", named, more) : text("missing", named);
    }

    private ApprovalVerdictView verdict(Verdict verdict, SealedContent content, Function<String, Optional<SealedContent>> approved) {
        ApprovalStep step = verdict.step();
        String who = step.onBehalfOf().map(approver -> text("on-behalf-of", name(step.actor()), name(approver)))
                .orElseGet(() -> name(step.actor()));
        List<ApprovalDifferenceView> differences = verdict.changed().isEmpty() ? List.of()
                : approved.apply(step.content()).map(was -> content.since(was)).orElse(List.of()).stream()
                        .filter(difference -> verdict.changed().contains(difference.section())).map(this::difference).toList();
        return new ApprovalVerdictView(who, text("kind." + KebabCase.of(verdict.kind())), moments.minute(step.at()), step.comment(),
                text("standing." + KebabCase.of(verdict.standing())), style(verdict.standing()), differences);
    }

    private ApprovalDifferenceView difference(SealedContent.Difference difference) {
        return new ApprovalDifferenceView(section(difference.section()),
                difference.removed().stream().map(ApprovalsFormatter::said).toList(),
                difference.added().stream().map(ApprovalsFormatter::said).toList());
    }

    /** What a row says, without the word for what it is and, where there is one, the id of its field or version. */
    private static String said(List<String> row) {
        boolean hasId = row.get(0).equals("field") || row.get(0).equals("version");
        return row.stream().skip(hasId ? 2 : 1).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** A section in words. */
    String section(String key) {
        return SealedSection.keyed(key).map(section -> text("section." + section.key())).orElse(key);
    }

    /** The name of somebody, and whether the account is off; the user key of who is gone. */
    String name(String userKey) {
        return Optional.ofNullable(users.getUserByKey(userKey))
                .map(user -> user.isActive() ? user.getDisplayName() : text("inactive", user.getDisplayName())).orElse(userKey);
    }

    private static String style(ApprovalState state) {
        return switch (state) {
            case MET -> "aui-lozenge-success";
            case OPEN, NOT_REQUESTED -> "aui-lozenge-moved";
            case NEEDS_DISCUSSION, TOO_FEW_APPROVERS, TOO_MANY_APPROVERS, CHAIN_BROKEN -> "aui-lozenge-error";
            case NOT_ITS_TURN, NOT_APPLICABLE -> "";
        };
    }

    private static String style(Verdict.Standing standing) {
        return switch (standing) {
            case CURRENT -> "aui-lozenge-success";
            case STALE -> "aui-lozenge-moved";
            case CHAIN_BROKEN -> "aui-lozenge-error";
            case EXCLUDED, NO_APPROVER -> "";
        };
    }

    private String text(String key, Serializable... arguments) {
        return texts.text(KEY + key, arguments);
    }
}
