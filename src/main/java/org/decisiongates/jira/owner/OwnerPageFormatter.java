package org.decisiongates.jira.owner;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.text.JiraTexts;

/** Words the differences between owners and assignees of a project. */
@JiraComponent
public class OwnerPageFormatter {

    /** How many are settled at once; addresses with the keys of more become too long for some proxies. */
    static final int MAX_ROWS = 50;

    private static final String TEXTS = "decision-gates.owner.";

    private final OwnerDifferences differences;
    private final JiraTexts texts;

    OwnerPageFormatter(OwnerDifferences differences, JiraTexts texts) {
        this.differences = differences;
        this.texts = texts;
    }

    /** None where there is none. */
    List<OwnerDifferencesView> view(Project project, String contextPath) {
        List<OwnerDifference> found = differences.of(project);
        if (found.isEmpty()) {
            return List.of();
        }
        List<OwnerDifference> shown = found.stream().limit(MAX_ROWS).toList();
        String jql = JqlBuilder.byKey(JqlBuilder.issues(shown.stream().map(one -> one.issue().getKey()).toList()));
        return List.of(new OwnerDifferencesView(texts.text(TEXTS + "differ", found.size()),
                contextPath + "/issues/?jql=" + URLEncoder.encode(jql, StandardCharsets.UTF_8),
                shown.stream().map(one -> new OwnerDifferenceView(one.issue().getKey(), contextPath + "/browse/" + one.issue().getKey(),
                        one.issue().getSummary(), one.ownerName(texts), one.assigneeName(texts))).toList(),
                shown.stream().anyMatch(one -> one.owner() != null), shown.stream().anyMatch(one -> one.assignee() != null),
                found.size() > shown.size() ? texts.text(TEXTS + "differ.more", shown.size()) : ""));
    }

    /** What came of settling them: a sentence for all that were changed, one for each that was not. */
    List<String> refusals(List<OwnerDifferences.Settled> settled) {
        return settled.stream().filter(one -> !one.refusals().isEmpty())
                .map(one -> texts.text(TEXTS + "not-settled", one.key(), String.join(" ", one.refusals()))).toList();
    }

    String done(List<OwnerDifferences.Settled> settled) {
        return texts.text(TEXTS + "settled", settled.stream().filter(one -> one.refusals().isEmpty()).count());
    }
}
