package org.decisiongates.jira.takeout;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.impact.ImpactLines;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.time.JiraDay;
import org.decisiongates.record.RecordPart;
import org.decisiongates.record.RecordParts;
import org.decisiongates.record.Records;
import org.decisiongates.takeout.TakenEntry;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenWaiver;
import org.decisiongates.text.NamedValues;
import org.decisiongates.timeline.RowState;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.Waivers;

/** Takes out issues, with all that the app stores of them: three statements for at most 200 issues, and what their links cost. */
@JiraComponent
class TakeOutIssueReader {

    private final OwnIssueTypes types;
    private final OwnFields fields;
    private final CustomFieldManager customFields;
    private final LinksOfIssues links;
    private final Records records;
    private final ImpactLines impact;
    private final Waivers waivers;

    TakeOutIssueReader(OwnIssueTypes types, OwnFields fields, CustomFieldManager customFields, LinksOfIssues links, Records records,
            ImpactLines impact, Waivers waivers) {
        this.types = types;
        this.fields = fields;
        this.customFields = customFields;
        this.links = links;
        this.records = records;
        this.impact = impact;
        this.waivers = waivers;
    }

    /** @param issues Decisions and Blockers that the reader may browse */
    List<TakenIssue> take(List<Issue> issues, ApplicationUser reader, TakenPeople people) {
        List<Long> ids = issues.stream().map(Issue::getId).toList();
        Map<Long, List<RowState<IssueRecord>>> recorded = records.ofIssues(ids);
        Map<Long, List<RowState<ImpactLine>>> lines = impact.ofIssues(ids);
        Map<Long, List<Waiver>> waived = waivers.ofIssues(ids);
        Map<Long, LinksOfIssues.Links> linked = links.of(issues, reader);
        List<TakenIssue> taken = new ArrayList<>();
        for (Issue issue : issues) {
            OwnIssueType type = types.withId(issue.getIssueTypeId()).orElseThrow();
            LinksOfIssues.Links ends = linked.get(issue.getId());
            taken.add(new TakenIssue(issue.getKey(), type.key(), text(issue.getSummary()), text(issue.getDescription()),
                    issue.getStatus().getName(), types.statusOf(type, issue.getStatusId()).map(OwnStatus::phase),
                    issue.getCreated().toInstant(), issue.getUpdated().toInstant(),
                    Optional.ofNullable(issue.getDueDate()).map(JiraDay::of),
                    fields(issue, people), ends.seen(), ends.hidden(),
                    recorded.getOrDefault(issue.getId(), List.of()).stream().map(row -> row(row, people)).toList(),
                    lines.getOrDefault(issue.getId(), List.of()).stream()
                            .map(line -> new TakenEntry(line.revision().id(), NamedValues.read(line.row().text()))).toList(),
                    waived.getOrDefault(issue.getId(), List.of()).stream().map(waiver -> waiver(waiver, people)).toList()));
        }
        return taken;
    }

    private Map<String, String> fields(Issue issue, TakenPeople people) {
        Map<String, String> texts = new TreeMap<>();
        for (OwnField field : OwnField.values()) {
            fields.idOf(field).map(customFields::getCustomFieldObject).map(issue::getCustomFieldValue).map(value -> value(value, people))
                    .filter(value -> !value.isEmpty()).ifPresent(value -> texts.put(field.key(), value));
        }
        return texts;
    }

    private static String value(Object value, TakenPeople people) {
        if (value instanceof ApplicationUser user) {
            return people.of(user);
        }
        if (value instanceof Date midnight) {
            return JiraDay.of(midnight).toString();
        }
        return value instanceof Option option ? option.getValue() : value.toString();
    }

    private static TakenEntry row(RowState<IssueRecord> stored, TakenPeople people) {
        Map<String, String> values = NamedValues.read(RecordParts.text(stored.row()));
        RecordPart.of(stored.row().kind()).stream().filter(part -> part.form() == RecordPart.Form.PERSON)
                .forEach(part -> values.computeIfPresent(part.key(), (name, key) -> people.ofKey(key)));
        return new TakenEntry(stored.revision().id(), values);
    }

    private static TakenWaiver waiver(Waiver waiver, TakenPeople people) {
        return new TakenWaiver(waiver.number(), waiver.rule().journalKey(), waiver.rule().rule(), waiver.rule().field(), waiver.until(),
                waiver.steps().stream().map(step -> new TakenWaiver.Step(step.state().name(), people.ofKey(step.actor()), step.at(),
                        step.reason())).toList());
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }
}
