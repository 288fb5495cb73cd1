package org.decisiongates.jira.approval;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalReminder;
import org.decisiongates.approval.ApprovalReminderService;
import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.RequirementState;
import org.decisiongates.approval.SealedContent;
import org.decisiongates.approval.SectionEdit;
import org.decisiongates.approval.Verdict;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.Person;
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
    private final SealedContentFormatter contents;

    ApprovalsFormatter(JiraTexts texts, MomentFormatter moments, UserManager users, SealedContentFormatter contents) {
        this.texts = texts;
        this.wording = new ApprovalWording(texts);
        this.moments = moments;
        this.users = users;
        this.contents = contents;
    }

    /**
     * What the panel shows.
     *
     * @param approved what was approved, by its digest; empty where that is not to be read
     * @param edits    the last edit of a section; empty where nobody edited it
     * @param reminder what there is to say of reminders
     * @param scope    what became of the approved scope
     */
    ApprovalsView view(String address, Approvals approvals, ApprovalPanelReader reader,
            Function<String, Optional<SealedContent>> approved, Function<SealedSection, Optional<SectionEdit>> edits,
            ApprovalReminderView reminder, ApprovedScopeView scope) {
        return new ApprovalsView(address, approvals.content().digest(),
                approvals.request().map(last -> request(approvals, last)).orElse(ApprovalRequestView.NOBODY),
                approvals.states().stream().map(state -> requirement(state, reader, approvals.content(), approved, edits)).toList(),
                contents.view(approvals.content()), reader.kinds().contains(Kind.APPROVED),
                actions(approvals, reader), hint(reader), next(approvals, reader, scope), reader.needsPassword(),
                approvals.steps().isEmpty() ? "" : moments.zone(),
                approvals.brokenAt().isPresent() ? text("chain-broken", approvals.brokenAt().getAsInt()) : "",
                approvals.steps().isEmpty() ? "" : address + "/statements", reminder, scope);
    }

    /**
     * What there is to say of reminders.
     *
     * @param last      the last one; empty for none
     * @param mayRemind whether the reader may send one
     */
    ApprovalReminderView reminder(Optional<ApprovalReminder> last, boolean mayRemind) {
        return new ApprovalReminderView(last.map(one -> one.actor().map(actor -> text("reminded-by", name(actor), moments.minute(one.at())))
                .orElseGet(() -> text("reminded", moments.minute(one.at())))).orElse(""), mayRemind);
    }

    /** That people were reminded, as a sentence. */
    String reminded(ApprovalReminderService.Reminded reminded) {
        return texts.text("decision-gates.approval.reminder.sent", reminded.people(), reminded.standIns(), reminded.unreachable());
    }

    private ApprovalRequestView request(Approvals approvals, ApprovalStep last) {
        return new ApprovalRequestView(name(last.actor()),
                text(approvals.steps().stream().filter(ApprovalStep::isRequest).count() > 1 ? "asked-again" : "asked"),
                moments.minute(last.at()), last.comment());
    }

    /** What a comment is for in each of the things that the reader may do. */
    private String hint(ApprovalPanelReader reader) {
        Set<Kind> kinds = reader.kinds();
        List<String> hints = new ArrayList<>();
        if (kinds.contains(Kind.REQUESTED)) {
            hints.add(text("hint.request"));
        }
        if (kinds.contains(Kind.NEEDS_DISCUSSION)) {
            hints.add(text(reader.wantsComment() && kinds.contains(Kind.APPROVED) ? "hint.comment-required" : "hint.discussion"));
        }
        if (!hints.isEmpty()) {
            hints.add(text("hint.readers"));
        }
        if (kinds.contains(Kind.WITHDRAWN)) {
            hints.add(text(isAskedWhyWithdrawn(kinds) ? "hint.withdraw" : "hint.not-withdraw"));
        }
        return String.join(" ", hints);
    }

    /** Where there are other buttons, a comment may have been typed for one of them. */
    private static boolean isAskedWhyWithdrawn(Set<Kind> kinds) {
        return kinds.equals(Set.of(Kind.WITHDRAWN));
    }

    /**
     * Whoever may ask again has the button for it; the others are told who may. Approvals do not end a change of the approved scope that
     * nothing covers: what ends it is said there, and nothing beside it. Restoring what was approved is no way out once a scope change
     * covers what was changed, nor where no approval is stale that would count again, as after a change of the policy.
     */
    private String next(Approvals approvals, ApprovalPanelReader reader, ApprovedScopeView scope) {
        if (!approvals.mayBeRequestedAgain() || !scope.next().isEmpty()) {
            return "";
        }
        return text(!reader.allowed().contains(Kind.REQUESTED) ? "ask-again-others"
                : scope.note().isEmpty() && approvals.stale() > 0 ? "ask-again-or-restore"
                : "ask-again");
    }

    private List<ApprovalActionGroupView> actions(Approvals approvals, ApprovalPanelReader reader) {
        String request = approvals.areRequested() ? "action.requested-again" : "action.requested";
        List<ApprovalActionGroupView> groups = new ArrayList<>();
        if (!reader.allowed().isEmpty()) {
            groups.add(new ApprovalActionGroupView("", "", actions(reader.allowed(), request, reader)));
        }
        reader.onBehalf().forEach((approver, kinds) -> groups
                .add(new ApprovalActionGroupView(text("for", name(approver)), approver, actions(kinds, request, reader))));
        return groups;
    }

    private List<ApprovalActionView> actions(Set<Kind> kinds, String request, ApprovalPanelReader reader) {
        return kinds.stream().sorted().map(kind -> new ApprovalActionView(kind.name(),
                text(kind == Kind.REQUESTED ? request : "action." + KebabCase.of(kind)),
                kind != Kind.WITHDRAWN || isAskedWhyWithdrawn(reader.kinds()))).toList();
    }

    private ApprovalRequirementView requirement(RequirementState state, ApprovalPanelReader reader, SealedContent content,
            Function<String, Optional<SealedContent>> approved, Function<SealedSection, Optional<SectionEdit>> edits) {
        String sections = text("bound-to", wording.sections(
                state.required().requirement().sections().stream().map(SealedSection::key).toList()));
        return new ApprovalRequirementView(state.required().requirement().name(),
                wording.state(state.state(), state.given(), state.needed()), ApprovalWording.style(state.state()), sections,
                wording.missing(state.missing().size(), reader.named().apply(state).stream().map(this::name).toList()),
                state.verdicts().stream().map(verdict -> verdict(verdict, state.state(), reader, content, approved, edits)).toList());
    }

    private ApprovalVerdictView verdict(Verdict verdict, ApprovalState state, ApprovalPanelReader reader, SealedContent content,
            Function<String, Optional<SealedContent>> approved, Function<SealedSection, Optional<SectionEdit>> edits) {
        ApprovalStep step = verdict.step();
        String who = wording.speaker(name(step.actor()), step.onBehalfOf().map(this::name));
        List<ApprovalDifferenceView> differences = verdict.changed().isEmpty() ? List.of()
                : approved.apply(step.content()).map(was -> content.since(was)).orElse(List.of()).stream()
                        .filter(difference -> verdict.changed().contains(difference.section()))
                        .map(difference -> difference(difference, changedBy(difference, step, edits))).toList();
        return new ApprovalVerdictView(who, wording.kind(verdict.kind()), moments.minute(step.at()),
                step.reauthenticated() ? text("reauthenticated") : "", step.comment(),
                wording.standing(state, verdict.kind(), verdict.standing()),
                ApprovalWording.style(state, verdict.kind(), verdict.standing()),
                verdict.isStaleApproval() && verdict.isApprovalBy(reader.userKey()), differences);
    }

    /** An edit before the step is none that made it stale: a name of a version, for example, changes without an edit of the issue. */
    private String changedBy(SealedContent.Difference difference, ApprovalStep step,
            Function<SealedSection, Optional<SectionEdit>> edits) {
        return SealedSection.keyed(difference.section()).flatMap(edits).filter(edit -> !edit.at().isBefore(step.at()))
                .map(this::changedBy).orElse("");
    }

    /** Who made an edit, as far as that is known, and when. */
    String changedBy(SectionEdit edit) {
        return edit.userKey().map(user -> text("changed-by", name(user), moments.minute(edit.at())))
                .orElseGet(() -> text("changed-at", moments.minute(edit.at())));
    }

    private ApprovalDifferenceView difference(SealedContent.Difference difference, String changedBy) {
        return new ApprovalDifferenceView(section(difference.section()), changedBy,
                contents.parts(difference.removed()), contents.parts(difference.added()));
    }

    /** A section in words. */
    String section(String key) {
        return wording.section(key);
    }

    /** The name of somebody, and nothing else; the user key of who is gone. */
    String displayName(String userKey) {
        return Optional.ofNullable(users.getUserByKey(userKey)).map(ApplicationUser::getDisplayName).orElse(userKey);
    }

    /** The name of somebody, and whether the account is off, or that the person was erased; the user key of who is gone. */
    String name(String userKey) {
        if (userKey.equals(Person.ERASED)) {
            return texts.text("decision-gates.trail.person.erased");
        }
        return Optional.ofNullable(users.getUserByKey(userKey))
                .map(user -> wording.person(user.getDisplayName(), user.isActive())).orElse(userKey);
    }

    private String text(String key, Serializable... arguments) {
        return texts.text(KEY + key, arguments);
    }
}
