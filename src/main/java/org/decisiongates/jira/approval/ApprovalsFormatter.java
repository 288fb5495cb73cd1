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

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.RequirementState;
import org.decisiongates.approval.SealedContent;
import org.decisiongates.approval.SectionEdit;
import org.decisiongates.approval.Verdict;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.MomentFormatter;
import org.decisiongates.page.ApprovalWording;
import org.decisiongates.text.KebabCase;

/** Words approvals in the reader's language. */
@JiraComponent
class ApprovalsFormatter {

    private static final String KEY = "decision-gates.approval.panel.";

    private final JiraTexts texts;
    private final ApprovalWording wording;
    private final MomentFormatter moments;
    private final UserManager users;

    ApprovalsFormatter(JiraTexts texts, MomentFormatter moments, UserManager users) {
        this.texts = texts;
        this.wording = new ApprovalWording(texts);
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
     * @param edits    the last edit of a section; empty where nobody edited it
     * @param scope    what became of the approved scope
     */
    ApprovalsView view(String address, Approvals approvals, Set<Kind> allowed, Map<String, Set<Kind>> onBehalf,
            Function<RequirementState, List<String>> named, Function<String, Optional<SealedContent>> approved,
            Function<SealedSection, Optional<SectionEdit>> edits, ApprovedScopeView scope) {
        return new ApprovalsView(address, approvals.content().digest(),
                approvals.states().stream().map(state -> requirement(state, named.apply(state), approvals.content(), approved, edits))
                        .toList(),
                content(approvals.content()), mayApprove(allowed) || onBehalf.values().stream().anyMatch(ApprovalsFormatter::mayApprove),
                actions(allowed, onBehalf),
                approvals.states().stream().allMatch(state -> state.verdicts().isEmpty()) ? "" : moments.zone(),
                approvals.brokenAt().isPresent() ? text("chain-broken", approvals.brokenAt().getAsInt()) : "",
                approvals.steps().isEmpty() ? "" : address + "/statements", scope);
    }

    private static boolean mayApprove(Set<Kind> allowed) {
        return allowed.contains(Kind.APPROVED);
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
            Function<String, Optional<SealedContent>> approved, Function<SealedSection, Optional<SectionEdit>> edits) {
        String sections = text("bound-to", wording.sections(
                state.required().requirement().sections().stream().map(SealedSection::key).toList()));
        return new ApprovalRequirementView(state.required().requirement().name(),
                wording.state(state.state(), state.given(), state.needed()), ApprovalWording.style(state.state()), sections,
                wording.missing(state.missing().size(), named.stream().map(this::name).toList()),
                state.verdicts().stream().map(verdict -> verdict(verdict, content, approved, edits)).toList());
    }

    private ApprovalVerdictView verdict(Verdict verdict, SealedContent content, Function<String, Optional<SealedContent>> approved,
            Function<SealedSection, Optional<SectionEdit>> edits) {
        ApprovalStep step = verdict.step();
        String who = wording.speaker(name(step.actor()), step.onBehalfOf().map(this::name));
        List<ApprovalDifferenceView> differences = verdict.changed().isEmpty() ? List.of()
                : approved.apply(step.content()).map(was -> content.since(was)).orElse(List.of()).stream()
                        .filter(difference -> verdict.changed().contains(difference.section()))
                        .map(difference -> difference(difference, changedBy(difference, step, edits))).toList();
        return new ApprovalVerdictView(who, wording.kind(verdict.kind()), moments.minute(step.at()), step.comment(),
                wording.standing(verdict.standing()), ApprovalWording.style(verdict.standing()), differences);
    }

    /** An edit before the step is none that made it stale: a name of a version, for example, changes without an edit of the issue. */
    private String changedBy(SealedContent.Difference difference, ApprovalStep step,
            Function<SealedSection, Optional<SectionEdit>> edits) {
        return SealedSection.keyed(difference.section()).flatMap(edits).filter(edit -> !edit.at().isBefore(step.at()))
                .map(edit -> edit.userKey()
                        .map(user -> text("changed-by", name(user), moments.minute(edit.at())))
                        .orElseGet(() -> text("changed-at", moments.minute(edit.at()))))
                .orElse("");
    }

    private ApprovalDifferenceView difference(SealedContent.Difference difference, String changedBy) {
        return new ApprovalDifferenceView(section(difference.section()), changedBy,
                difference.removed().stream().map(ApprovalsFormatter::said).toList(),
                difference.added().stream().map(ApprovalsFormatter::said).toList());
    }

    /** What a row says, without the word for what it is and, where there is one, the id of its field or version. */
    static String said(List<String> row) {
        boolean hasId = row.get(0).equals("field") || row.get(0).equals("version");
        return row.stream().skip(hasId ? 2 : 1).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** A section in words. */
    String section(String key) {
        return wording.section(key);
    }

    /** The name of somebody, and nothing else; the user key of who is gone. */
    String displayName(String userKey) {
        return Optional.ofNullable(users.getUserByKey(userKey)).map(ApplicationUser::getDisplayName).orElse(userKey);
    }

    /** The name of somebody, and whether the account is off; the user key of who is gone. */
    String name(String userKey) {
        return Optional.ofNullable(users.getUserByKey(userKey))
                .map(user -> wording.person(user.getDisplayName(), user.isActive())).orElse(userKey);
    }

    private String text(String key, Serializable... arguments) {
        return texts.text(KEY + key, arguments);
    }
}
