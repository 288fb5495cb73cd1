package org.decisiongates.jira.timeline;

import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.project.version.VersionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.time.JiraDay;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.FieldMapping;
import org.decisiongates.timeline.HistoryItem;
import org.decisiongates.timeline.ReleaseDates;

/** Maps ids and names in Jira's history to what they mean in this installation. */
@JiraComponent
class JiraFieldMapping implements FieldMapping {

    private final IssueKinds kinds;
    private final TrackedFields fields;
    private final VersionManager versions;
    private final IssueManager issues;
    private final UserManager users;
    private final LinkTypes links;

    JiraFieldMapping(IssueKinds kinds, TrackedFields fields, VersionManager versions, IssueManager issues, UserManager users,
            LinkTypes links) {
        this.users = users;
        this.links = links;
        this.kinds = kinds;
        this.fields = fields;
        this.versions = versions;
        this.issues = issues;
    }

    @Override
    public Optional<Change.Kind> kind(long projectId, String typeId) {
        return kinds.of(projectId, typeId);
    }

    @Override
    public String phase(long projectId, String typeId, String statusId, String statusName) {
        return kinds.phase(projectId, typeId, statusId, statusName);
    }

    @Override
    public Optional<Field> field(HistoryItem item) {
        return fields.named(item.custom(), item.field());
    }

    @Override
    public String person(String id, String text) {
        // the displayed name may be another person's; it is looked up only where there is nothing better
        String name = id.isEmpty() ? text : id;
        return Stream.<Supplier<ApplicationUser>>of(() -> users.getUserByKey(name), () -> users.getUserByName(name)).map(Supplier::get)
                .filter(Objects::nonNull).map(ApplicationUser::getKey).findFirst().orElse(text.isEmpty() ? id : text);
    }

    @Override
    public boolean customersNotice(String optionId, String name) {
        return fields.saysYes(optionId, name);
    }

    @Override
    public Optional<Change.Item> link(String sentence, String otherKey) {
        return links.meaning(sentence, otherKey);
    }

    @Override
    public Optional<ReleaseDates> release(long versionId) {
        Version version = versions.getVersion(versionId);
        return version == null ? Optional.empty()
                : Optional.of(new ReleaseDates(day(version.getStartDate()), day(version.getReleaseDate())));
    }

    @Override
    public OptionalLong issueId(String key) {
        Issue issue = issues.getIssueObject(key);
        return issue == null ? OptionalLong.empty() : OptionalLong.of(issue.getId());
    }

    private static Optional<LocalDate> day(Date date) {
        return Optional.ofNullable(date).map(JiraDay::of);
    }
}
