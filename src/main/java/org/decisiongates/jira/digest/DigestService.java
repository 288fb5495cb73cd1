package org.decisiongates.jira.digest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.digest.DigestSubscription;
import org.decisiongates.digest.DigestSubscriptions;
import org.decisiongates.digest.DigestTime;
import org.decisiongates.issue.ProjectKey;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.text.Message;

/**
 * Digests of the caller, and those of a project for its administrators. Throws {@link ProblemException} where the caller's permissions do
 * not reach.
 */
@JiraComponent
public class DigestService {

    private final DigestSubscriptions digests;
    private final Access access;
    private final PermissionManager permissions;
    private final UserManager users;
    private final EnabledProjects enabled;

    DigestService(DigestSubscriptions digests, Access access, PermissionManager permissions, UserManager users, EnabledProjects enabled) {
        this.digests = digests;
        this.access = access;
        this.permissions = permissions;
        this.users = users;
        this.enabled = enabled;
    }

    /** Those that the caller gets. */
    List<DigestSubscription> own() {
        return current(digests.ofPerson(access.caller().getKey()));
    }

    /**
     * Has the week of a project sent to the caller, or at another time than before; the project that was meant. Says everything that is
     * wrong at once.
     */
    Project join(DigestForm form) {
        Project project = sound(form);
        String person = access.caller().getKey();
        if (!isThere(person, project)) {
            requireRoom(person, project);
        }
        digests.put(new DigestSubscription(0, person, project.getId(), form.time(), form.isPage(), false));
        return project;
    }

    private boolean isThere(String person, Project project) {
        return digests.of(person, project.getId()).filter(digest -> !digest.ended()).isPresent();
    }

    private Project sound(DigestForm form) {
        Map<String, Message> wrong = new LinkedHashMap<>(form.faults());
        try {
            Project project = told(form.project());
            if (wrong.isEmpty()) {
                return project;
            }
        } catch (ProblemException e) {
            wrong.put(DigestForm.PROJECT, e.messages().get(0));
            throw new ProblemException(wrong.size() == 1 ? e.status() : 400, wrong);
        }
        throw new ProblemException(400, wrong);
    }

    /** The project that was typed; refused where there is no week to send and the caller does not get it yet. */
    private Project told(String typed) {
        if (ProjectKey.of(typed).isEmpty()) {
            throw new ProblemException(400, "decision-gates.digest.no-project");
        }
        Project project = access.browsable(typed);
        if (!isThere(access.caller().getKey(), project)) {
            requireWeek(project);
        }
        return project;
    }

    /** A project without Decisions and Blockers never has anything to tell, so nobody should wait for its e-mails. */
    private void requireWeek(Project project) {
        if (!enabled.isSetUp()) {
            throw new ProblemException(409, "decision-gates.digest.not-set-up");
        }
        if (!enabled.isOffering(project)) {
            throw new ProblemException(409, "decision-gates.digest.not-enabled", project.getName());
        }
    }

    /** Ends one of the caller's, even of a project that the caller may not browse any more. */
    void leave(long projectId) {
        digests.put(digests.of(access.caller().getKey(), projectId)
                .orElseThrow(() -> new ProblemException(404, "decision-gates.digest.not-yours")).end());
    }

    /** Those that people get of a project. */
    List<DigestSubscription> listed(Project project) {
        return current(digests.ofProject(project.getId()));
    }

    /** The project, where the caller administers it. */
    Optional<Project> administered(String projectKey) {
        try {
            return Optional.of(access.administered(projectKey));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with the project that an address names: none there, or none that the caller may browse. */
    List<Message> faults(String projectKey) {
        try {
            access.browsable(projectKey);
            return List.of();
        } catch (ProblemException e) {
            return e.messages();
        }
    }

    /** Has the week of a project that the caller administers sent to another, who can leave at any time and is not added again then. */
    void add(String projectKey, String userName, DigestTime time) {
        Project project = access.administered(projectKey);
        requireWeek(project);
        ApplicationUser user = users.getUserByName(userName);
        if (user == null || !user.isActive() || !permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, user)) {
            throw wrongPerson(400, userName.isEmpty() ? "decision-gates.digest.no-person" : "decision-gates.digest.nobody", userName);
        }
        Optional<DigestSubscription> there = digests.of(user.getKey(), project.getId());
        if (there.isPresent()) {
            throw wrongPerson(409, there.get().ended() ? "decision-gates.digest.has-left" : "decision-gates.digest.is-there",
                    user.getDisplayName());
        }
        requireRoom(user.getKey(), project);
        digests.put(new DigestSubscription(0, user.getKey(), project.getId(), time, true, false));
    }

    private static ProblemException wrongPerson(int status, String key, String name) {
        return new ProblemException(status, Map.of(DigestForm.PERSON, Message.of(key, name)));
    }

    /** Takes somebody off the list of a project that the caller administers. */
    void remove(String projectKey, String userKey) {
        Project project = access.administered(projectKey);
        // that somebody left is remembered, or the next administrator would add that person again; whose key it is, is told to nobody
        DigestSubscription listed = digests.of(userKey, project.getId()).filter(digest -> !digest.ended())
                .orElseThrow(() -> new ProblemException(404, "decision-gates.digest.not-listed"));
        digests.remove(listed.person(), project.getId());
    }

    private void requireRoom(String person, Project project) {
        if (current(digests.ofPerson(person)).size() >= DigestSubscription.MAX_OF_PERSON) {
            throw new ProblemException(400, "decision-gates.digest.too-many", DigestSubscription.MAX_OF_PERSON);
        }
        if (listed(project).size() >= DigestSubscription.MAX_OF_PROJECT) {
            throw new ProblemException(400, "decision-gates.digest.too-many-of-project", DigestSubscription.MAX_OF_PROJECT);
        }
    }

    private static List<DigestSubscription> current(List<DigestSubscription> all) {
        return all.stream().filter(digest -> !digest.ended()).toList();
    }
}
