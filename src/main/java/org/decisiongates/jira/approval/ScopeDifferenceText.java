package org.decisiongates.jira.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.ApprovalSubject;
import org.decisiongates.approval.ScopeComparison;
import org.decisiongates.approval.SealedContent;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.gate.LinkedScopeChanges;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.text.Abbreviation;

/** Asks, in words, whether the scope of a Decision is to change: what was approved of it, and what it says now. */
@JiraComponent
public class ScopeDifferenceText {

    /** Characters of what a section said. */
    private static final int MAX_SAID = 1_000;

    private final ApprovalIssueReader reader;
    private final ApprovalSteps steps;
    private final LinkedScopeChanges changes;
    private final ApprovalsFormatter formatter;
    private final SealedContentFormatter contents;
    private final JiraTexts texts;

    ScopeDifferenceText(ApprovalIssueReader reader, ApprovalSteps steps, LinkedScopeChanges changes, ApprovalsFormatter formatter,
            SealedContentFormatter contents, JiraTexts texts) {
        this.reader = reader;
        this.steps = steps;
        this.changes = changes;
        this.formatter = formatter;
        this.contents = contents;
        this.texts = texts;
    }

    /**
     * A question of one line, and a line for each section that says something else than what was approved: two statements. It quotes the
     * Decision: whoever may read the question reads that.
     */
    public String question(Issue decision) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("decision-gates.approval.scope.question", decision.getKey()));
        lines.addAll(differences(decision));
        return String.join("\n", lines);
    }

    private List<String> differences(Issue decision) {
        ApprovalSubject subject = reader.subject(decision);
        Map<SealedSection, ApprovalStep> approvals = new ScopeComparison(subject, steps.ofIssue(decision.getId()),
                changes.decidedAt(decision)).approvals();
        Map<String, SealedContent> approved = steps.contents(decision.getId(),
                approvals.values().stream().map(ApprovalStep::content).distinct().toList());
        return approvals.entrySet().stream()
                .flatMap(one -> Optional.ofNullable(approved.get(one.getValue().content())).stream()
                        .flatMap(was -> difference(subject, one.getKey(), was).stream()))
                .map(this::line).toList();
    }

    private static List<SealedContent.Difference> difference(ApprovalSubject subject, SealedSection section, SealedContent was) {
        return SealedContent.of(subject.issue(), List.of(section))
                .since(new SealedContent(Map.of(section.key(), was.sections().getOrDefault(section.key(), List.of()))));
    }

    private String line(SealedContent.Difference difference) {
        return texts.text("decision-gates.approval.scope.difference", formatter.section(difference.section()), said(difference.removed()),
                said(difference.added()));
    }

    private String said(List<List<String>> rows) {
        String said = rows.stream().map(contents::said).map(text -> text.replaceAll("\\s+", " "))
                .collect(Collectors.joining("; "));
        return said.isEmpty() ? texts.text("decision-gates.approval.scope.nothing") : Abbreviation.ofCharacters(said, MAX_SAID);
    }
}
