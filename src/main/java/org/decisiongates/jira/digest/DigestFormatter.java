package org.decisiongates.jira.digest;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private static final String TEXTS = "decision-gates.digest.";

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
    DigestRowView ofProject(DigestSubscription digest, ApplicationUser reader, String address) {
        Optional<Project> seen = Optional.ofNullable(projects.getProjectObj(digest.projectId()))
                .filter(project -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, reader));
        return row(digest, seen.map(Project::getName).orElseGet(() -> texts.text(TEXTS + "hidden")), String.valueOf(digest.projectId()),
                seen.map(project -> address + "?project=" + project.getKey()).orElse(""));
    }

    /** For administrators of its project. */
    DigestRowView ofPerson(DigestSubscription digest) {
        String name = Optional.ofNullable(users.getUserByKey(digest.person())).map(ApplicationUser::getDisplayName)
                .orElseGet(() -> texts.text(TEXTS + "gone"));
        return row(digest, name, digest.person(), "");
    }

    private DigestRowView row(DigestSubscription digest, String name, String id, String change) {
        DigestTime time = digest.time();
        String when = texts.text(TEXTS + "when." + (time.isAboutTheWeekBefore() ? "before" : "itself"), day(time.day()), hour(time.hour()));
        return new DigestRowView(name, time.quiet().isEmpty() ? when
                : texts.text(TEXTS + "when.quiet", when, time.quiet().stream().map(this::day).collect(Collectors.joining(", "))),
                texts.text(TEXTS + "form." + (digest.html() ? DigestForm.PAGE : DigestForm.TEXT)), id, texts.text(TEXTS + "stop-one", name),
                change);
    }

    String zone(ApplicationUser reader) {
        return texts.text(TEXTS + "zone", zones.getUserTimeZone(new UserKey(reader.getKey())).getID());
    }

    /** Something that is typed. */
    static DigestInputView typed(String value, String name, Map<String, String> faults) {
        return new DigestInputView(value, List.of(), faults.getOrDefault(name, ""));
    }

    DigestInputView days(List<String> chosen, String name, Map<String, String> faults) {
        return chosen(name, faults, Arrays.stream(DayOfWeek.values())
                .map(day -> new DigestChoiceView(DigestForm.number(day), day(day), chosen.contains(DigestForm.number(day)))).toList());
    }

    DigestInputView hours(String chosen, Map<String, String> faults) {
        return chosen(DigestForm.HOUR, faults, IntStream.range(0, DigestForm.HOURS)
                .mapToObj(hour -> new DigestChoiceView(String.valueOf(hour), hour(hour), String.valueOf(hour).equals(chosen))).toList());
    }

    DigestInputView forms(String chosen, Map<String, String> faults) {
        return chosen(DigestForm.FORM, faults, List.of(DigestForm.PAGE, DigestForm.TEXT).stream()
                .map(form -> new DigestChoiceView(form, texts.text(TEXTS + "form." + form), form.equals(chosen))).toList());
    }

    private static DigestInputView chosen(String name, Map<String, String> faults, List<DigestChoiceView> choices) {
        return new DigestInputView("", choices, faults.getOrDefault(name, ""));
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, texts.locale());
    }

    private static String hour(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour);
    }
}
