package org.decisiongates.jira.summary;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.time.JiraDay;
import org.decisiongates.record.Records;
import org.decisiongates.summary.Closure;
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.Statement;
import org.decisiongates.timeline.RowAtRevision;

/** What issues that were closed say of it: the question, and what was decided or how it was settled. */
@JiraComponent
class ClosureTexts {

    private static final String DECIDED = DecisionPhase.DECIDED.name();
    private static final String ACCEPTED = BlockerPhase.ACCEPTED.name();
    /** Which field says why or how an issue came into a phase. */
    private static final Map<String, OwnField> FIELDS = Map.of(DECIDED, OwnField.OUTCOME, BlockerPhase.RESOLVED.name(), OwnField.OUTCOME,
            DecisionPhase.REJECTED.name(), OwnField.REASON, DecisionPhase.SUPERSEDED.name(), OwnField.REASON,
            BlockerPhase.ACCEPTED.name(), OwnField.REASON, BlockerPhase.FALLBACK_INVOKED.name(), OwnField.FALLBACK);

    private final CustomFieldManager customFields;
    private final OwnFields fields;
    private final OwnIssueTypes types;
    private final Records records;

    ClosureTexts(CustomFieldManager customFields, OwnFields fields, OwnIssueTypes types, Records records) {
        this.customFields = customFields;
        this.fields = fields;
        this.types = types;
        this.records = records;
    }

    /** What has to be decided: the first line that says something. */
    Optional<String> question(Issue issue) {
        return lines(issue, OwnField.QUESTION).stream().findFirst();
    }

    /**
     * What was decided, or how it was settled, by issue id; nothing for issues that do not say it. One statement if a decision says it in
     * its recorded options only, else none.
     *
     * @param reached issues with the phase that each came into
     */
    Map<Long, String> outcomes(Map<Issue, String> reached) {
        Map<Long, String> said = new HashMap<>();
        reached.forEach((issue, phase) -> {
            String text = String.join(" ", lines(issue, phase));
            if (!text.isEmpty()) {
                said.put(issue.getId(), text);
            }
        });
        List<Long> silent = reached.entrySet().stream().filter(one -> one.getValue().equals(DECIDED)).map(one -> one.getKey().getId())
                .filter(id -> !said.containsKey(id)).toList();
        if (!silent.isEmpty()) {
            records.ofIssues(silent).forEach((id, rows) -> chosen(rows).ifPresent(text -> said.put(id, text)));
        }
        return said;
    }

    /** Who accepts the risk of a Blocker that was accepted, and until when; empty for others, and once it is open again. */
    Optional<Closure.Acceptance> acceptance(Issue issue, String phase) {
        if (!phase.equals(ACCEPTED) || !isIn(issue, phase)) {
            return Optional.empty();
        }
        Closure.Acceptance acceptance = new Closure.Acceptance(
                value(issue, OwnField.RISK_APPROVER).filter(ApplicationUser.class::isInstance)
                        .map(person -> ((ApplicationUser) person).getDisplayName()),
                value(issue, OwnField.RISK_EXPIRY).filter(Date.class::isInstance).map(day -> JiraDay.of((Date) day)));
        return Optional.of(acceptance).filter(said -> said.by().isPresent() || said.until().isPresent());
    }

    private List<String> lines(Issue issue, String phase) {
        OwnField field = FIELDS.get(phase);
        // a reason is that of the last transition that asked for one: it says nothing of a phase that was left again
        return field == null || field == OwnField.REASON && !isIn(issue, phase) ? List.of() : lines(issue, field);
    }

    private boolean isIn(Issue issue, String phase) {
        return types.of(issue).flatMap(type -> types.phaseOf(type, issue.getProjectId(), issue.getStatusId()))
                .filter(status -> status.phase().equals(phase)).isPresent();
    }

    private List<String> lines(Issue issue, OwnField field) {
        return value(issue, field).filter(String.class::isInstance).map(text -> Statement.lines((String) text, DescriptionTemplate.NONE))
                .orElse(List.of());
    }

    private Optional<Object> value(Issue issue, OwnField field) {
        return fields.idOf(field).map(customFields::getCustomFieldObject).map(issue::getCustomFieldValue);
    }

    private static Optional<String> chosen(Collection<? extends RowAtRevision<?>> rows) {
        return Optional.of(rows.stream().map(RowAtRevision::row).filter(DecisionOption.class::isInstance).map(DecisionOption.class::cast)
                .filter(option -> option.state() == DecisionOption.State.CHOSEN).map(DecisionOption::text)
                .collect(Collectors.joining("; "))).filter(text -> !text.isEmpty());
    }
}
