package org.decisiongates.jira.takeout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.task.TaskFormatter;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.takeout.TakeOut;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenProject;
import org.decisiongates.takeout.WeekDocument;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.Tasks;
import org.decisiongates.time.Week;

/**
 * Takes out what a project holds, in the background and with the rights of who asks: what they may not browse is counted and not named. For
 * who administers the project.
 */
@JiraComponent
public class TakeOutService {

    static final String KIND = TaskFormatter.TAKE_OUT;
    /** Jira answers no search beyond these. */
    static final int MAX_ISSUES = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(TakeOutService.class);
    private static final int PAGE = 200;

    private final Access access;
    private final OwnIssueTypes types;
    private final Searches searches;
    private final TakeOutIssueReader issues;
    private final TakeOutWeekReader weeks;
    private final UserManager users;
    private final TaskRunner tasks;
    private final ApplicationProperties application;

    TakeOutService(Access access, OwnIssueTypes types, Searches searches, TakeOutIssueReader issues, TakeOutWeekReader weeks,
            UserManager users,
            TaskRunner tasks, ApplicationProperties application) {
        this.access = access;
        this.types = types;
        this.searches = searches;
        this.issues = issues;
        this.weeks = weeks;
        this.users = users;
        this.tasks = tasks;
        this.application = application;
    }

    /** The project, for those who may take it out. */
    Project project(String key) {
        return access.administered(key);
    }

    /** Starts it; that there are too many issues is said at once. */
    BackgroundTask start(String key) {
        Project project = project(key);
        ApplicationUser caller = access.caller();
        String jql = jql(project);
        long found = jql.isEmpty() ? 0 : searches.count(caller, jql);
        if (found > MAX_ISSUES) {
            throw new ProblemException(400, "decision-gates.takeout.too-many", found, MAX_ISSUES);
        }
        return tasks.start(KIND, caller.getKey(), project.getKey(), project.getName(),
                progress -> take(project, jql, caller, progress).json());
    }

    /** The caller's take-out that is under way. */
    Optional<BackgroundTask> underWay() {
        return tasks.underWay(KIND, access.caller().getKey());
    }

    /** The caller's take-out of this id, whatever came of it. */
    Optional<BackgroundTask> find(String id) {
        return tasks.find(id, access.caller().getKey()).filter(task -> task.kind().equals(KIND));
    }

    /** What was taken out by a task of the caller. */
    TakeOut result(String id) {
        BackgroundTask task = find(id).orElseThrow(() -> new ProblemException(404, "decision-gates.jira.task.unknown", id));
        String stored = tasks.result(id, task.owner())
                .orElseThrow(() -> new ProblemException(409, "decision-gates.jira.task.no-report", task.state().name()));
        try {
            return TakeOut.read(stored);
        } catch (UnreadableJsonException e) {
            LOG.warn("the take-out of the task {} cannot be read", id, e);
            throw new ProblemException(409, "decision-gates.jira.task.unreadable");
        }
    }

    private TakeOut take(Project project, String jql, ApplicationUser caller, TaskProgress progress) {
        List<Week> closed = weeks.weeks(project, caller);
        TakenPeople people = new TakenPeople(users);
        List<TakenIssue> taken = new ArrayList<>();
        long length = 0;
        Searches.Found found = page(caller, jql, 0);
        long hidden = jql.isEmpty() ? 0 : Math.max(0, searches.countAll(caller, jql) - found.total());
        int total = (int) Math.min(found.total(), MAX_ISSUES);
        progress.total(total + closed.size());
        while (!found.issues().isEmpty() && taken.size() < MAX_ISSUES) {
            for (TakenIssue issue : issues.take(found.issues(), caller, people)) {
                length = requireRoom(length + TakeOut.lengthOf(issue));
                taken.add(issue);
            }
            progress.done(Math.min(taken.size(), total));
            found = page(caller, jql, taken.size());
        }
        List<WeekDocument> pages = new ArrayList<>();
        for (Week week : closed) {
            Optional<WeekDocument> page = weeks.take(project, week, caller);
            if (page.isPresent()) {
                length = requireRoom(length + TakeOut.lengthOf(page.get()));
                pages.add(page.get());
            }
            progress.done(total + pages.size());
        }
        return new TakeOut(new TakenProject(TakenProject.FORMAT, project.getKey(), project.getName(),
                application.getBaseUrl(UrlMode.CANONICAL), hidden, people.named(), taken), pages);
    }

    /** What a task stores is bounded, and nothing is cut off. */
    private static long requireRoom(long length) {
        if (length > Tasks.MAX_RESULT * 9L / 10) {
            throw new ProblemException(400, "decision-gates.takeout.too-large", Tasks.MAX_RESULT);
        }
        return length;
    }

    private Searches.Found page(ApplicationUser caller, String jql, int start) {
        return jql.isEmpty() ? Searches.Found.NOTHING : searches.page(caller, jql, start, PAGE);
    }

    /** Empty text before set-up. */
    private String jql(Project project) {
        String ids = Arrays.stream(OwnIssueType.values()).map(types::idOf).flatMap(Optional::stream).collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : JqlBuilder.byKey("project = " + project.getId() + " AND issuetype in (" + ids + ")");
    }
}
