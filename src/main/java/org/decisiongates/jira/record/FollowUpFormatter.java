package org.decisiongates.jira.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.issue.Criterion;
import org.decisiongates.jira.platform.record.FollowUpIssues;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.JiraDay;

/** Words what follows up a criterion, and what is wrong with that. Of an issue that the reader may not see, neither. */
@JiraComponent
class FollowUpFormatter {

    private static final String KEY = "decision-gates.record.follow-up.";

    private final FollowUpIssues issues;
    private final JiraTexts texts;
    private final DayFormatter days;
    private final ApplicationProperties application;

    FollowUpFormatter(FollowUpIssues issues, JiraTexts texts, DayFormatter days, ApplicationProperties application) {
        this.issues = issues;
        this.texts = texts;
        this.days = days;
        this.application = application;
    }

    /**
     * Nothing for a criterion that is followed up by nothing, unless it cannot be demonstrated.
     *
     * @param supported whether evidence supports it that is still there
     */
    Optional<RecordDetailView> detail(Criterion criterion, boolean supported) {
        boolean isGap = criterion.state() == Criterion.State.NOT_DEMONSTRABLE;
        if (criterion.followUp().isEmpty()) {
            return isGap ? Optional.of(detail(text("none"), "", text("missing"))) : Optional.empty();
        }
        Optional<Issue> issue = issues.find(criterion.followUp().get());
        if (issue.isEmpty()) {
            return Optional.of(detail(text("gone"), "", isGap ? text("missing") : ""));
        }
        if (!issues.isVisible(issue.get())) {
            return Optional.of(detail(text("hidden"), "", ""));
        }
        return Optional.of(detail(said(issue.get()), application.getBaseUrl(UrlMode.RELATIVE) + "/browse/" + issue.get().getKey(),
                isGap ? faults(issue.get(), supported) : ""));
    }

    /** What its field in the form begins with: the key, or the id of an issue that the reader may not see. */
    String typed(String id) {
        return issues.keyOf(Long.parseLong(id)).orElse(id);
    }

    private String said(Issue issue) {
        List<String> said = new ArrayList<>(List.of(issue.getStatus().getName()));
        issues.ownerOf(issue).map(ApplicationUser::getDisplayName).ifPresent(said::add);
        Optional.ofNullable(issue.getDueDate()).map(due -> texts.text(KEY + "due", days.text(JiraDay.of(due)))).ifPresent(said::add);
        return issue.getKey() + " " + issue.getSummary() + " (" + String.join(", ", said) + ")";
    }

    private String faults(Issue issue, boolean supported) {
        return Stream
                .of(issues.ownerOf(issue).isPresent() ? "" : issues.hasOwnerField(issue) ? "no-owner" : "no-assignee",
                        issue.getDueDate() == null ? "no-due" : "",
                        issues.isClosed(issue) && !supported ? "closed" : "")
                .filter(fault -> !fault.isEmpty()).map(this::text)
                .collect(Collectors.joining(", "));
    }

    private RecordDetailView detail(String said, String link, String warning) {
        return new RecordDetailView(texts.text("decision-gates.record.part.followUp"), said, link, warning);
    }

    private String text(String key) {
        return texts.text(KEY + key);
    }
}
