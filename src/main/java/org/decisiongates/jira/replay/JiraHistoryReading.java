package org.decisiongates.jira.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.project.version.VersionManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.time.JiraDay;
import org.decisiongates.jira.timeline.IssueHistories;
import org.decisiongates.replay.FieldHistoryFormat;
import org.decisiongates.replay.FieldHistoryFormat.Kind;
import org.decisiongates.replay.HistoryReading;
import org.decisiongates.replay.IssueHistory;
import org.decisiongates.timeline.FieldMapping;

/** What Jira's history means, by what Jira has now. */
@JiraComponent
class JiraHistoryReading {

    private static final String TYPES = "com.atlassian.jira.plugin.system.customfieldtypes:";
    private static final Map<String, Kind> CUSTOM = Map.ofEntries(Map.entry("userpicker", Kind.PERSON), Map.entry("datepicker", Kind.DAY),
            Map.entry("textarea", Kind.TEXT), Map.entry("textfield", Kind.TEXT), Map.entry("url", Kind.TEXT),
            Map.entry("float", Kind.NUMBER), Map.entry("select", Kind.CHOICE), Map.entry("radiobuttons", Kind.CHOICE),
            Map.entry("multiuserpicker", Kind.OTHER), Map.entry("datetime", Kind.OTHER), Map.entry("multiselect", Kind.OTHER),
            Map.entry("multicheckboxes", Kind.OTHER), Map.entry("cascadingselect", Kind.OTHER), Map.entry("labels", Kind.OTHER),
            Map.entry("grouppicker", Kind.OTHER), Map.entry("multigrouppicker", Kind.OTHER), Map.entry("version", Kind.OTHER),
            Map.entry("multiversion", Kind.OTHER));
    private static final Map<String, FieldHistoryFormat> OF_JIRA = Map.ofEntries(own("assignee", Kind.PERSON), own("reporter", Kind.PERSON),
            own("duedate", Kind.DAY), own("summary", Kind.TEXT), own("description", Kind.TEXT), own("environment", Kind.TEXT),
            own("issuetype", Kind.CHOICE), own("priority", Kind.CHOICE), own("project", Kind.CHOICE), own("resolution", Kind.CHOICE),
            own("labels", Kind.LABELS), Map.entry("components", FieldHistoryFormat.own("Component", Kind.PARTS)),
            Map.entry("fixVersions", FieldHistoryFormat.own("Fix Version", Kind.VERSIONS)),
            Map.entry("versions", FieldHistoryFormat.own("Version", Kind.VERSIONS)),
            Map.entry("creator", FieldHistoryFormat.without(Kind.FIXED)), Map.entry("created", FieldHistoryFormat.without(Kind.FIXED)),
            Map.entry("resolutiondate", FieldHistoryFormat.without(Kind.FIXED)),
            Map.entry("updated", FieldHistoryFormat.without(Kind.UNRECORDED)));

    private final JiraFields fields;
    private final CustomFieldManager customFields;
    private final VersionManager versions;
    private final ConstantsManager constants;
    private final OwnIssueTypes types;
    private final FieldMapping mapping;
    private final IssueLinkTypeManager linkTypes;
    private final IssueManager issues;
    private final IssueHistories histories;
    private final IssueViewFactory views;

    JiraHistoryReading(JiraFields fields, CustomFieldManager customFields, VersionManager versions, ConstantsManager constants,
            OwnIssueTypes types, FieldMapping mapping, IssueLinkTypeManager linkTypes, IssueManager issues, IssueHistories histories,
            IssueViewFactory views) {
        this.fields = fields;
        this.customFields = customFields;
        this.versions = versions;
        this.constants = constants;
        this.types = types;
        this.mapping = mapping;
        this.linkTypes = linkTypes;
        this.issues = issues;
        this.histories = histories;
        this.views = views;
    }

    private static Map.Entry<String, FieldHistoryFormat> own(String name, Kind kind) {
        return Map.entry(name, FieldHistoryFormat.own(name, kind));
    }

    /** For one replay and one thread: what it has looked up stays. */
    HistoryReading begin() {
        return new Reading();
    }

    private FieldHistoryFormat historyFormatOf(Field field) {
        Optional<CustomField> custom = fields.custom(field);
        if (custom.isEmpty()) {
            return OF_JIRA.getOrDefault(field.id(), FieldHistoryFormat.without(Kind.UNRECORDED));
        }
        String type = custom.get().getCustomFieldType().getKey();
        Kind kind = type.startsWith(TYPES) ? CUSTOM.getOrDefault(type.substring(TYPES.length()), Kind.UNRECORDED) : Kind.UNRECORDED;
        Set<String> names = Set
                .copyOf(List.of(custom.get().getUntranslatedName(), custom.get().getFieldName()).stream().distinct().toList());
        boolean shared = names.stream().flatMap(name -> customFields.getCustomFieldObjectsByName(name).stream())
                .anyMatch(other -> !other.getId().equals(custom.get().getId()));
        return new FieldHistoryFormat(true, names, kind, shared);
    }

    private IssueStatus statusOf(long projectId, String typeId, String statusId, String name) {
        Optional<OwnIssueType> own = types.of(projectId, typeId);
        Status now = constants.getStatus(statusId);
        Optional<OwnStatus> phase = own.flatMap(type -> types.phaseOf(type, projectId, statusId).or(() -> now != null ? Optional.empty()
                : OwnStatus.all().stream().filter(status -> status.type() == type && status.label().equalsIgnoreCase(name)).findFirst()));
        return new IssueStatus(statusId, now == null ? name : now.getName(), phase.map(OwnStatus::phase));
    }

    /** Jira's words for a link and its direction, as people read them. */
    private Map<String, List<LinkedIssue.Link>> readings() {
        Map<String, List<LinkedIssue.Link>> readings = new HashMap<>();
        for (IssueLinkType type : linkTypes.getIssueLinkTypes()) {
            readings.computeIfAbsent(lower(type.getOutward()), words -> new ArrayList<>()).add(views.linkOf(type, true));
            readings.computeIfAbsent(lower(type.getInward()), words -> new ArrayList<>()).add(views.linkOf(type, false));
        }
        readings.remove("");
        return readings;
    }

    private static String lower(String words) {
        return Objects.requireNonNullElse(words, "").strip().toLowerCase(Locale.ROOT);
    }

    /** Keeps what it has looked up. */
    private final class Reading implements HistoryReading {

        private static final int MAX_STANDINGS = 1_000;

        private final Map<Field, FieldHistoryFormat> historyFormats = new HashMap<>();
        private final Map<String, Boolean> names = new HashMap<>();
        private final Map<Long, Optional<Past>> others = new HashMap<>();
        private Map<String, List<LinkedIssue.Link>> readings;

        @Override
        public FieldHistoryFormat historyFormat(Field field) {
            return historyFormats.computeIfAbsent(field, JiraHistoryReading.this::historyFormatOf);
        }

        @Override
        public boolean isFieldNow(String name) {
            return names.computeIfAbsent(name, asked -> !customFields.getCustomFieldObjectsByName(asked).isEmpty());
        }

        @Override
        public String personKey(String id, String text) {
            return mapping.person(id, text);
        }

        @Override
        public Optional<ProjectVersion> version(String id) {
            Version version = id.matches("[0-9]{1,18}") ? versions.getVersion(Long.valueOf(id)) : null;
            return Optional.ofNullable(version).map(found -> new ProjectVersion(id, found.getName(),
                    Optional.ofNullable(found.getReleaseDate()).map(JiraDay::of), found.isReleased()));
        }

        @Override
        public IssueStatus status(long projectId, String typeId, String statusId, String name) {
            return statusOf(projectId, typeId, statusId, name);
        }

        @Override
        public String type(long projectId, String typeId) {
            return types.typeOf(projectId, typeId);
        }

        /** Of several readings the longest holds; where two types have it, nobody knows which is meant. */
        @Override
        public Optional<LinkedIssue.Link> link(String sentence, String otherKey) {
            readings = readings == null ? JiraHistoryReading.this.readings() : readings;
            String words = " " + lower(sentence.replace(otherKey, " ")) + " ";
            List<LinkedIssue.Link> meant = readings.entrySet().stream().filter(reading -> words.contains(" " + reading.getKey() + " "))
                    .max((one, other) -> Integer.compare(one.getKey().length(), other.getKey().length())).map(Map.Entry::getValue)
                    .orElse(List.of());
            return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
        }

        @Override
        public Optional<Long> issueId(String key) {
            OptionalLong id = mapping.issueId(key);
            return id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
        }

        @Override
        public Optional<Standing> standing(long issueId, Instant at) {
            if (others.size() >= MAX_STANDINGS) {
                others.clear();
            }
            return others.computeIfAbsent(issueId, id -> Optional.ofNullable(issues.getIssueObject(id))
                    .map((Issue found) -> new Past(found, IssueHistory.of(histories.groups(found)))))
                    .map(past -> past.standing(at, this));
        }
    }

    /** Another issue, and its history. */
    private record Past(Issue issue, IssueHistory history) {

        HistoryReading.Standing standing(Instant at, HistoryReading reading) {
            String typeId = history.idAt(at, "issuetype", issue.getIssueTypeId());
            return new HistoryReading.Standing(reading.type(issue.getProjectId(), typeId),
                    reading.status(issue.getProjectId(), typeId, history.idAt(at, "status", issue.getStatusId()), ""));
        }
    }
}
