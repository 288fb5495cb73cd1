package org.decisiongates.jira.approval;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.Delegation;
import org.decisiongates.approval.Delegations;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.DayParser;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.text.Message;

/**
 * Delegations of the caller: nobody makes or ends those of others. Throws {@link ProblemException} where the caller may not, or where
 * something is wrong with what was sent; it says everything that is wrong at once.
 */
@JiraComponent
public class DelegationService {

    private static final String KEY = "decision-gates.approval.delegation.";

    private final Delegations delegations;
    private final Access access;
    private final UserManager users;
    private final ProjectManager projects;
    private final PermissionManager permissions;
    private final DayParser days;
    private final DayFormatter written;
    private final ProjectTime time;

    DelegationService(Delegations delegations, Access access, UserManager users, ProjectManager projects, PermissionManager permissions,
            DayParser days, DayFormatter written, ProjectTime time) {
        this.delegations = delegations;
        this.access = access;
        this.users = users;
        this.projects = projects;
        this.permissions = permissions;
        this.days = days;
        this.written = written;
        this.time = time;
    }

    /** Those by which others stand in for the caller, or will. */
    List<Delegation> made() {
        return delegations.by(callerKey(), today());
    }

    /** Those by which the caller stands in for others, or will. */
    List<Delegation> received() {
        return delegations.to(callerKey(), today());
    }

    /** The projects of a delegation that the caller may browse; of one that is for all projects none. */
    List<Project> seen(Delegation delegation) {
        return delegation.projects().stream().sorted().map(projects::getProjectObj)
                .filter(project -> project != null
                        && permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, access.caller()))
                .toList();
    }

    /** Has somebody stand in for the caller. */
    void add(DelegationForm form) {
        Map<String, Message> wrong = new LinkedHashMap<>();
        Optional<ApplicationUser> delegate = delegate(form, wrong);
        Optional<LocalDate> first = day(form.first(), DelegationForm.FIRST, wrong);
        Optional<LocalDate> last = day(form.last(), DelegationForm.LAST, wrong);
        if (first.isPresent() && last.isPresent()) {
            period(first.get(), last.get()).ifPresent(fault -> wrong.put(DelegationForm.LAST, fault));
        }
        Set<Long> covered = projects(form, delegate, wrong);
        if (!wrong.isEmpty()) {
            throw new ProblemException(400, wrong);
        }
        requireRoom(delegate.orElseThrow());
        Delegation added = new Delegation(0, callerKey(), delegate.get().getKey(), first.orElseThrow(), last.orElseThrow(), covered);
        if (made().stream().anyMatch(one -> one.isLike(added))) {
            throw new ProblemException(400, Map.of(DelegationForm.DELEGATE, Message.of(KEY + "twice", delegate.get().getDisplayName())));
        }
        delegations.add(added, time.now().toInstant());
    }

    /** Ends one that the caller made; of whoever made another nobody is told. */
    void end(String id) {
        Delegation own = made().stream().filter(one -> String.valueOf(one.id()).equals(id)).findFirst()
                .orElseThrow(() -> new ProblemException(404, KEY + "not-yours"));
        delegations.end(own.id(), time.now().toInstant());
    }

    private Optional<ApplicationUser> delegate(DelegationForm form, Map<String, Message> wrong) {
        if (form.delegate().isEmpty()) {
            wrong.put(DelegationForm.DELEGATE, Message.of(KEY + "no-person"));
            return Optional.empty();
        }
        Optional<ApplicationUser> found = Optional.ofNullable(users.getUserByName(form.delegate())).filter(ApplicationUser::isActive);
        if (found.isEmpty()) {
            wrong.put(DelegationForm.DELEGATE, Message.of(KEY + "nobody", form.delegate()));
        } else if (found.get().getKey().equals(callerKey())) {
            wrong.put(DelegationForm.DELEGATE, Message.of(KEY + "self"));
        }
        return found;
    }

    private Optional<LocalDate> day(String typed, String member, Map<String, Message> wrong) {
        Optional<LocalDate> day = days.day(typed);
        if (day.isEmpty()) {
            wrong.put(member, typed.isEmpty() ? Message.of(KEY + "day-missing", written.text(today()))
                    : Message.of(KEY + "no-day", typed, written.text(today())));
        }
        return day;
    }

    private Optional<Message> period(LocalDate first, LocalDate last) {
        return last.isBefore(first) ? Optional.of(Message.of(KEY + "ends-before"))
                : last.isBefore(today()) ? Optional.of(Message.of(KEY + "over"))
                : ChronoUnit.DAYS.between(first, last) >= Delegation.MAX_DAYS
                        ? Optional.of(Message.of(KEY + "too-long", Delegation.MAX_DAYS))
                : Optional.empty();
    }

    private Set<Long> projects(DelegationForm form, Optional<ApplicationUser> delegate, Map<String, Message> wrong) {
        List<String> keys = Arrays.stream(form.projects().split("[,;\\s]+")).filter(key -> !key.isEmpty()).distinct().toList();
        Set<Long> covered = new LinkedHashSet<>();
        if (keys.isEmpty() && !form.projects().isBlank()) {
            wrong.put(DelegationForm.PROJECTS, Message.of(KEY + "no-project", form.projects().strip()));
            return covered;
        }
        if (keys.size() > Delegation.MAX_PROJECTS) {
            wrong.put(DelegationForm.PROJECTS, Message.of(KEY + "too-many-projects", Delegation.MAX_PROJECTS));
            return covered;
        }
        for (String key : keys) {
            try {
                Project project = access.browsable(key);
                covered.add(project.getId());
                delegate.filter(user -> !permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, user))
                        .ifPresent(user -> wrong.putIfAbsent(DelegationForm.DELEGATE,
                                Message.of(KEY + "sees-nothing", user.getDisplayName(), project.getName())));
            } catch (ProblemException e) {
                wrong.putIfAbsent(DelegationForm.PROJECTS, e.messages().get(0));
            }
        }
        return covered;
    }

    private void requireRoom(ApplicationUser delegate) {
        if (made().size() >= Delegations.MAX_OF_APPROVER) {
            throw new ProblemException(400, KEY + "too-many", Delegations.MAX_OF_APPROVER);
        }
        if (delegations.to(delegate.getKey(), today()).size() >= Delegations.MAX_OF_DELEGATE) {
            throw new ProblemException(400,
                    Map.of(DelegationForm.DELEGATE,
                            Message.of(KEY + "too-many-to", delegate.getDisplayName(), Delegations.MAX_OF_DELEGATE)));
        }
    }

    private String callerKey() {
        return access.caller().getKey();
    }

    private LocalDate today() {
        return time.now().toLocalDate();
    }
}
