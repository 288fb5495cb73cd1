package org.decisiongates.jira.approval;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.ApprovedScope.State;
import org.decisiongates.issue.LinkedScopeChange;
import org.decisiongates.issue.LinkedScopeChange.Standing;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.text.KebabCase;

/** Words in the reader's language what became of the approved scope. */
@JiraComponent
class ApprovedScopeFormatter {

    private static final String KEY = "decision-gates.approval.scope.";
    /** What may yet cover the change: something has to be done to it that can be done. */
    private static final Set<Standing> UNFINISHED = Collections
            .unmodifiableSet(EnumSet.of(Standing.NOT_DECIDED, Standing.NO_OWNER, Standing.NO_IMPACT, Standing.NOT_APPROVED));

    private final JiraTexts texts;
    private final ApprovalsFormatter approvals;
    private final ApplicationProperties application;

    ApprovedScopeFormatter(JiraTexts texts, ApprovalsFormatter approvals, ApplicationProperties application) {
        this.texts = texts;
        this.approvals = approvals;
        this.application = application;
    }

    /**
     * @param issueKey of the Decision
     * @param mayRaise whether the reader may raise a scope change; asked for where one is needed
     */
    ApprovedScopeView view(String issueKey, ApprovedScope scope, BooleanSupplier mayRaise) {
        if (scope.state() != State.CHANGED && scope.state() != State.COVERED) {
            return ApprovedScopeView.NOTHING;
        }
        boolean isChanged = scope.state() == State.CHANGED;
        String sections = Stream.concat(scope.changed().stream(), scope.covered().stream()).sorted().map(SealedSection::key)
                .map(approvals::section).collect(Collectors.joining(", "));
        String raise = isChanged && mayRaise.getAsBoolean()
                ? home() + "/plugins/servlet/decision-gates/create-decision?issue=" + issueKey + "&scope-change=yes"
                : "";
        return new ApprovedScopeView(texts.text(KEY + "changed", sections), texts.text(KEY + (isChanged ? "unrecorded" : "recorded")),
                isChanged ? "aui-lozenge-error" : "aui-lozenge-success", rows(scope), raise,
                isChanged ? texts.text(KEY + next(scope, raise)) : "");
    }

    /** Whoever raises another one where one waits to be decided has two. */
    private static String next(ApprovedScope scope, String raise) {
        boolean isRaised = scope.scopeChanges().stream().anyMatch(one -> one.key().isPresent() && UNFINISHED.contains(one.standing()));
        return isRaised ? "next-unfinished"
                : raise.isEmpty() ? "next-others"
                : "next";
    }

    private List<ScopeChangeRowView> rows(ApprovedScope scope) {
        return scope.scopeChanges().stream().map(this::row).toList();
    }

    /** What a hidden one lacks is nothing for the reader to know. */
    private ScopeChangeRowView row(LinkedScopeChange change) {
        return change.key()
                .map(key -> new ScopeChangeRowView(key, home() + "/browse/" + key,
                        texts.text(KEY + "standing." + KebabCase.of(change.standing()))))
                .orElseGet(() -> new ScopeChangeRowView("", "",
                        texts.text(KEY + (change.standing() == Standing.COVERS ? "hidden-covers" : "hidden"))));
    }

    private String home() {
        return application.getBaseUrl(UrlMode.RELATIVE);
    }
}
