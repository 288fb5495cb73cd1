package org.decisiongates.jira.digest;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.user.UserKey;

import org.decisiongates.digest.DigestSubscription;
import org.decisiongates.digest.DigestTime;
import org.decisiongates.jira.platform.text.JiraTexts;

/** Words digests for the page on which people ask for them. */
@JiraComponent
public class DigestFormatter {

    static final String PAGE = "page";
    static final String TEXT = "text";
    private static final int HOURS = 24;

    private final ProjectManager projects;
    private final PermissionManager permissions;
    private final UserManager users;
    private final TimeZoneManager zones;
    private final JiraTexts texts;

    DigestFormatter(ProjectManager projects, PermissionManager permissions, UserManager users, TimeZoneManager zones, JiraTexts texts) {
        this.projects = projects;
        this.permissions = permissions;
        this.users = users;
        this.zones = zones;
        this.texts = texts;
    }

    /** Whether it is one of the project with this key. */
    boolean isOf(DigestSubscription digest, String key) {
        return Optional.ofNullable(projects.getProjectObj(digest.projectId())).filter(project -> project.getKey().equalsIgnoreCase(key))
                .isPresent();
    }

    /** For its reader, who is told no name of a project that is hidden (by now). */
    DigestRowView ofProject(DigestSubscription digest, ApplicationUser reader) {
        String name = Optional.ofNullable(projects.getProjectObj(digest.projectId()))
                .filter(project -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, reader)).map(Project::getName)
                .orElseGet(() -> texts.text("decision-gates.digest.hidden"));
        return row(digest, name, String.valueOf(digest.projectId()));
    }

    /** For administrators of its project. */
    DigestRowView ofPerson(DigestSubscription digest) {
        String name = Optional.ofNullable(users.getUserByKey(digest.person())).map(ApplicationUser::getDisplayName)
                .orElseGet(() -> texts.text("decision-gates.digest.gone"));
        return row(digest, name, digest.person());
    }

    private DigestRowView row(DigestSubscription digest, String name, String id) {
        DigestTime time = digest.time();
        return new DigestRowView(name, texts.text("decision-gates.digest.when." + (time.isAboutTheWeekBefore() ? "before" : "itself"),
                day(time.day()), hour(time.hour())),
                texts.text("decision-gates.digest.form." + (digest.html() ? PAGE : TEXT)), id,
                texts.text("decision-gates.digest.stop-one", name));
    }

    String zone(ApplicationUser reader) {
        return texts.text("decision-gates.digest.zone", zones.getUserTimeZone(new UserKey(reader.getKey())).getID());
    }

    List<DigestChoiceView> days(DigestTime shown) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new DigestChoiceView(String.valueOf(day.getValue()), day(day), day == shown.day())).toList();
    }

    List<DigestChoiceView> hours(DigestTime shown) {
        return IntStream.range(0, HOURS).mapToObj(hour -> new DigestChoiceView(String.valueOf(hour), hour(hour), hour == shown.hour()))
                .toList();
    }

    List<DigestChoiceView> forms(boolean isPage) {
        return List.of(form(PAGE, isPage), form(TEXT, !isPage));
    }

    private DigestChoiceView form(String form, boolean isChosen) {
        return new DigestChoiceView(form, texts.text("decision-gates.digest.form." + form), isChosen);
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, texts.locale());
    }

    private static String hour(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour);
    }
}
