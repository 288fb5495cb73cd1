package org.decisiongates.jira.platform.project;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.audit.PersonalSettings;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.MomentFormatter;

/** Who changed which setting of a project last, and when; in the product's settings, which every node reads. */
@JiraComponent
public class SettingChanges implements PersonalSettings, ProjectDeletedListener {

    private static final String PREFIX = "org.decisiongates.decision-gates:changed.";
    private static final String TEXTS = "decision-gates.jira.setting.";

    private final PluginSettingsFactory settings;
    private final ProjectsWithSettings known;
    private final JiraAuthenticationContext authentication;
    private final UserManager users;
    private final ProjectManager projects;
    private final MomentFormatter moments;
    private final Clock clock;
    private final JiraTexts texts;

    SettingChanges(PluginSettingsFactory settings, ProjectsWithSettings known, JiraAuthenticationContext authentication, UserManager users,
            ProjectManager projects, MomentFormatter moments, Clock clock, JiraTexts texts) {
        this.settings = settings;
        this.known = known;
        this.authentication = authentication;
        this.users = users;
        this.projects = projects;
        this.moments = moments;
        this.clock = clock;
        this.texts = texts;
    }

    /** Records that whoever is logged in changes it now. */
    public void record(ProjectSetting setting, long projectId) {
        known.add(projectId);
        ApplicationUser caller = authentication.getLoggedInUser();
        settings.createGlobalSettings().put(key(setting, projectId),
                new SettingChange(caller == null ? "" : caller.getKey(), clock.instant().truncatedTo(ChronoUnit.SECONDS)).write());
    }

    /** Empty where nobody has changed it, or only a version of the app that did not record it. */
    public Optional<SettingChange> last(ProjectSetting setting, long projectId) {
        return Optional.ofNullable(settings.createGlobalSettings().get(key(setting, projectId))).map(Object::toString)
                .filter(text -> !text.isEmpty()).map(SettingChange::read);
    }

    /** The same as a sentence for a page; none where it is not known. */
    public List<String> sentence(ProjectSetting setting, long projectId) {
        return last(setting, projectId).map(this::sentence).stream().toList();
    }

    @Override
    public boolean isKeeping(long projectId) {
        return Arrays.stream(ProjectSetting.values()).anyMatch(setting -> last(setting, projectId).isPresent());
    }

    @Override
    public void deleted(long projectId) {
        PluginSettings all = settings.createGlobalSettings();
        Arrays.stream(ProjectSetting.values()).forEach(setting -> all.remove(key(setting, projectId)));
    }

    @Override
    public long count(String person) {
        return of(person).count();
    }

    @Override
    public long erase(String person, long limit) {
        PluginSettings all = settings.createGlobalSettings();
        List<String> some = of(person).limit(limit).toList();
        some.forEach(key -> all.put(key, new SettingChange("", SettingChange.read(all.get(key).toString()).at()).write()));
        return some.size();
    }

    /** Keys of the settings that the person changed last. */
    private Stream<String> of(String person) {
        return projects.getProjectObjects().stream().map(Project::getId)
                .flatMap(id -> Arrays.stream(ProjectSetting.values())
                        .filter(setting -> last(setting, id).filter(change -> change.by().equals(person)).isPresent())
                        .map(setting -> key(setting, id)));
    }

    private String sentence(SettingChange change) {
        String at = moments.withZone(change.at());
        return Optional.ofNullable(change.by().isEmpty() ? null : users.getUserByKey(change.by()))
                .map(user -> texts.text(TEXTS + "changed-by", user.getDisplayName(), at))
                .orElseGet(() -> texts.text(TEXTS + "changed", at));
    }

    private static String key(ProjectSetting setting, long projectId) {
        return PREFIX + setting.key() + "." + projectId;
    }
}
