package org.decisiongates.jira.decision;

import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.approval.ScopeDifferenceText;
import org.decisiongates.jira.creation.CreationFormValues;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.link.ScopeChangeLinks;
import org.decisiongates.jira.platform.text.JiraTexts;

/** The option that a Decision changes the scope of the one it is created for. */
@JiraComponent
public class ScopeChangeOption {

    static final String YES = "yes";

    private final ScopeChangeLinks links;
    private final ScopeDifferenceText difference;
    private final OwnIssueTypes types;
    private final JiraTexts texts;

    ScopeChangeOption(ScopeChangeLinks links, ScopeDifferenceText difference, OwnIssueTypes types, JiraTexts texts) {
        this.links = links;
        this.difference = difference;
        this.types = types;
        this.texts = texts;
    }

    boolean isOffered(Issue about) {
        return types.of(about).filter(type -> type == OwnIssueType.DECISION).isPresent();
    }

    /** The type of link that says so. */
    Optional<IssueLinkType> type() {
        return links.type();
    }

    /** Why the option cannot be chosen. */
    Optional<String> fault(Issue about) {
        return !isOffered(about) ? Optional.of(texts.text("decision-gates.jira.decision.scope-change.no-decision", about.getKey()))
                : type().isEmpty() ? Optional.of(texts.text("decision-gates.jira.decision.scope-change.no-link-type"))
                : Optional.empty();
    }

    /** Asks about the difference between the scope and what was approved of it. */
    String question(Issue about) {
        return difference.question(about);
    }

    /**
     * Why the question cannot be asked in this project: the form filled it in for the project of the Decision that it quotes, and others
     * may read it here.
     */
    Optional<String> questionFault(CreationFormValues typed, Issue about, Project project) {
        return typed.has(DecisionInput.SCOPE_CHANGE) && typed.has(DecisionInput.QUESTION) && isOffered(about)
                && !project.getId().equals(about.getProjectId())
                && words(typed.text(DecisionInput.QUESTION)).equals(words(question(about)))
                        ? Optional.of(texts.text("decision-gates.jira.decision.scope-change.quotes", about.getKey()))
                        : Optional.empty();
    }

    /** Browsers send other ends of lines. */
    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /**
     * What was typed, with that question where none was. Not where the Decision may be read by others than the one that is quoted: there
     * somebody has to type it.
     */
    CreationFormValues withQuestion(CreationFormValues typed, Issue about, Project project) {
        boolean isFilledIn = typed.has(DecisionInput.SCOPE_CHANGE) && !typed.has(DecisionInput.QUESTION) && isOffered(about)
                && about.getSecurityLevelId() == null && project.getId().equals(about.getProjectId());
        return isFilledIn ? typed.with(DecisionInput.QUESTION, question(about)) : typed;
    }
}
