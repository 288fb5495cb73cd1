package org.decisiongates.jira.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ContentEditors;
import org.decisiongates.approval.EditorsAndOwners;
import org.decisiongates.approval.SectionEdit;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.OwnField;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.platform.fields.FormerNames;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.text.NamedValues;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;
import org.decisiongates.timeline.OwnerHistory;

/** Reads who edited an issue from Jira's history, which has the fields, and from the journal, which has the record. */
@JiraComponent
class JiraContentEditors implements ContentEditors {

    private static final String CUSTOM = "custom";
    /** As Jira's history names its own fields. */
    private static final Map<String, SealedSection> SYSTEM = Map.of("summary", SealedSection.SCOPE, "description", SealedSection.SCOPE,
            "duedate", SealedSection.DUE_DATE, "Fix Version", SealedSection.RELEASE);
    private static final Map<OwnField, SealedSection> OWN = Map.of(OwnField.QUESTION, SealedSection.QUESTION, OwnField.FALLBACK,
            SealedSection.FALLBACK, OwnField.ACCEPTANCE_CRITERIA, SealedSection.CRITERIA, OwnField.TRADE_OFFS, SealedSection.TRADE_OFFS);
    /** What is sealed of a row; whatever else is edited of it is no edit of what is approved. */
    private static final Set<String> SEALED_PARTS = Set.of("text", "reason", "target", "unit", "path");
    private static final String STATE = "state";

    private final IssueManager issues;
    private final ChangeHistoryManager histories;
    private final Changes changes;
    private final JiraFields fields;
    private final FormerNames names;

    JiraContentEditors(IssueManager issues, ChangeHistoryManager histories, Changes changes, JiraFields fields, FormerNames names) {
        this.issues = issues;
        this.histories = histories;
        this.changes = changes;
        this.fields = fields;
        this.names = names;
    }

    /** One reading of the history and one statement. */
    @Override
    public EditorsAndOwners of(long issueId) {
        return ofIssues(List.of(issueId)).get(issueId);
    }

    /** One reading of the history for each, and one statement. */
    @Override
    public Map<Long, EditorsAndOwners> ofIssues(Collection<Long> issueIds) {
        Map<String, Set<SealedSection>> named = named();
        Map<Long, List<Change>> recorded = changes.recorded(issueIds).stream().collect(Collectors.groupingBy(Change::issueId));
        Map<Long, EditorsAndOwners> found = new HashMap<>();
        issueIds.forEach(id -> found.put(id, authors(id, named, recorded.getOrDefault(id, List.of()))));
        return found;
    }

    private EditorsAndOwners authors(long issueId, Map<String, Set<SealedSection>> named, List<Change> recorded) {
        Map<SealedSection, Set<String>> editors = new EnumMap<>(SealedSection.class);
        Map<SealedSection, List<SectionEdit>> edits = new EnumMap<>(SealedSection.class);
        Arrays.stream(SealedSection.values()).forEach(section -> editors.put(section, new HashSet<>()));
        Issue issue = issues.getIssueObject(issueId);
        if (issue != null) {
            Optional.ofNullable(issue.getCreatorId()).ifPresent(creator -> editors.values().forEach(people -> people.add(creator)));
            histories.getChangeHistories(issue).forEach(history -> history.getChangeItemBeans()
                    .forEach(item -> note(edit(history.getAuthorKey(), history.getTimePerformed().toInstant()), sections(item, named),
                            editors, edits)));
        }
        recorded.stream().filter(change -> change.item() == Change.Item.RECORD)
                .forEach(change -> note(edit(change.actor(), change.at()), sections(change), editors, edits));
        return new EditorsAndOwners(editors, edits, moment -> OwnerHistory.of(recorded).since(moment));
    }

    /** @param author user key; null or empty text for nobody, who edits as well */
    private static SectionEdit edit(String author, Instant at) {
        return new SectionEdit(Optional.ofNullable(author).filter(key -> !key.isEmpty()), at);
    }

    private static void note(SectionEdit edit, Set<SealedSection> sections, Map<SealedSection, Set<String>> editors,
            Map<SealedSection, List<SectionEdit>> edits) {
        sections.forEach(section -> {
            edit.userKey().ifPresent(editors.get(section)::add);
            edits.computeIfAbsent(section, any -> new ArrayList<>()).add(edit);
        });
    }

    private static Set<SealedSection> sections(ChangeItemBean item, Map<String, Set<SealedSection>> named) {
        String field = Objects.requireNonNullElse(item.getField(), "");
        return CUSTOM.equals(item.getFieldType()) ? named.getOrDefault(field, Set.of())
                : Optional.ofNullable(SYSTEM.get(field)).map(Set::of).orElse(Set.of());
    }

    /** By every name that Jira's history has for it: what the field was called then, whatever language the reader has. */
    private Map<String, Set<SealedSection>> named() {
        Map<String, Set<SealedSection>> named = new HashMap<>();
        OWN.forEach((own, section) -> fields.custom(new Field(own.key())).ifPresent(found -> names.of(own, found)
                .forEach(name -> named.computeIfAbsent(name, any -> EnumSet.noneOf(SealedSection.class)).add(section))));
        return named;
    }

    private static Set<SealedSection> sections(Change change) {
        Optional<Map<String, String>> before = row(change.from());
        Optional<Map<String, String>> after = row(change.to());
        if (before.isEmpty() || after.isEmpty()) {
            // what cannot be read may have been an edit of anything
            return Set.of(SealedSection.values());
        }
        Set<String> edited = new TreeSet<>(before.get().keySet());
        edited.addAll(after.get().keySet());
        edited.removeIf(part -> Objects.equals(before.get().get(part), after.get().get(part)));
        boolean isSaid = edited.stream().anyMatch(SEALED_PARTS::contains);
        String kind = after.get().getOrDefault("kind", before.get().getOrDefault("kind", ""));
        return switch (kind) {
            case "option" -> isSaid ? Set.of(SealedSection.OPTIONS, SealedSection.CHOSEN_OPTION)
                    : edited.contains(STATE) ? Set.of(SealedSection.CHOSEN_OPTION)
                    : Set.of();
            case "criterion" -> isSaid ? Set.of(SealedSection.CRITERIA) : Set.of();
            case "trade-off" -> isSaid ? Set.of(SealedSection.TRADE_OFFS) : Set.of();
            case "exception-state" -> isSaid ? Set.of(SealedSection.EXCEPTION_STATES) : Set.of();
            default -> Set.of();
        };
    }

    private static Optional<Map<String, String>> row(String text) {
        try {
            return Optional.of(NamedValues.read(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
