package org.decisiongates.jira.sample;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.event.type.EventDispatchOption;
import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.blocker.BlockingLinks;
import org.decisiongates.jira.gate.TransitionGates;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.project.ProjectAddition;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.text.Message;

/**
 * The sample Decision of a project and the sample Blocker that blocks it. A project has one of each, however often and from wherever it is
 * asked for; an issue that got another summary or project, feedback, a waiver or an approval is somebody's work by now, which taking back
 * does not delete (ADR-0143).
 */
@JiraComponent
public class SampleIssues implements ProjectAddition {

    /** How many issues a sample has. */
    public static final int ALL = 2;

    private static final Logger LOG = LoggerFactory.getLogger(SampleIssues.class);
    private static final int MAX_RECENT = 200;

    private final EnabledProjects enabled;
    private final SampleRecords records;
    private final SampleCreation creation;
    private final IssueManager issues;
    private final IssueService issueService;
    private final Searches searches;
    private final ScopeResolver scopes;
    private final OwnIssueTypes types;
    private final BlockingLinks links;
    private final SampleUsageFinder use;
    private final TransitionGates gates;
    private final JiraAuthenticationContext authentication;
    private final Clock clock;

    SampleIssues(EnabledProjects enabled, SampleRecords records, SampleCreation creation, IssueManager issues,
            IssueService issueService, Searches searches, ScopeResolver scopes, OwnIssueTypes types, BlockingLinks links,
            SampleUsageFinder use, TransitionGates gates, JiraAuthenticationContext authentication, Clock clock) {
        this.enabled = enabled;
        this.records = records;
        this.creation = creation;
        this.issues = issues;
        this.issueService = issueService;
        this.searches = searches;
        this.scopes = scopes;
        this.types = types;
        this.links = links;
        this.use = use;
        this.gates = gates;
        this.authentication = authentication;
        this.clock = clock;
    }

    /** What there is of the sample: the Decision, then the Blocker. */
    public List<Issue> find(Project project) {
        return records.find(project).stream()
                .flatMap(sample -> Arrays.stream(OwnIssueType.values()).flatMap(type -> find(project, sample, type).stream())).toList();
    }

    /**
     * Creates what there is not of the sample: the Decision, then the Blocker.
     *
     * @param caller who reports the issues, and owns the Blocker
     * @throws ProblemException 409 when the project is not enabled, or Jira or a gate refuses the caller one of the issues
     */
    public List<Issue> make(Project project, ApplicationUser caller) {
        if (!enabled.isEnabled(project)) {
            throw new ProblemException(409, "decision-gates.jira.sample.not-enabled", project.getName(), project.getKey());
        }
        Lock lock = records.lock(project);
        lock.lock();
        try {
            SampleRecord sample = records.find(project).orElseGet(() -> begun(caller));
            Map<OwnIssueType, Issue> made = new EnumMap<>(OwnIssueType.class);
            // the one that a gate may refuse comes first
            for (OwnIssueType type : List.of(OwnIssueType.BLOCKER, OwnIssueType.DECISION)) {
                sample = completed(project, sample, type, caller, made);
            }
            links.chosen("").ifPresent(type -> link(made.get(OwnIssueType.BLOCKER), made.get(OwnIssueType.DECISION), type, caller));
            return List.copyOf(made.values());
        } finally {
            lock.unlock();
        }
    }

    private SampleRecord begun(ApplicationUser caller) {
        return new SampleRecord(caller.getKey(), clock.instant(),
                Arrays.stream(OwnIssueType.values()).collect(Collectors.toMap(type -> type, creation::summary)), Map.of());
    }

    /** The same with an issue of the type, which is created unless it is there. */
    private SampleRecord completed(Project project, SampleRecord sample, OwnIssueType type, ApplicationUser caller,
            Map<OwnIssueType, Issue> made) {
        Optional<Issue> known = find(project, sample, type);
        if (known.isPresent()) {
            made.put(type, known.get());
            return records.keep(project, sample.with(type, known.get().getId()));
        }
        // what is created and then not recorded is found by this
        SampleRecord intent = records.keep(project, sample.without(type, caller.getKey(), clock.instant()));
        made.put(type, created(project, intent, type, caller));
        return records.keep(project, intent.with(type, made.get(type).getId()));
    }

    private Issue created(Project project, SampleRecord intent, OwnIssueType type, ApplicationUser caller) {
        try {
            return creation.create(type, intent.summaries().get(type), project, caller);
        } catch (ProblemException refused) {
            if (intent.ids().isEmpty()) {
                records.remove(project);
            }
            throw refused;
        }
    }

    /** A sample teaches as much without the link. */
    private void link(Issue blocker, Issue decision, IssueLinkType type, ApplicationUser caller) {
        try {
            links.link(blocker, decision, type, caller);
        } catch (CreateException e) {
            LOG.warn("{} could not be linked to {}", blocker.getKey(), decision.getKey(), e);
        }
    }

    private Optional<Issue> find(Project project, SampleRecord sample, OwnIssueType type) {
        String id = sample.ids().get(type);
        Optional<Issue> issue = id == null ? unrecorded(project, sample, type)
                : Optional.ofNullable(issues.getIssueObject(Long.valueOf(id)));
        return issue.filter(one -> isOf(project, one) && sample.summaries().get(type).equals(one.getSummary())
                && types.of(one).filter(type::equals).isPresent());
    }

    private static boolean isOf(Project project, Issue issue) {
        return project.getId().equals(issue.getProjectId());
    }

    /** One that was created just before an interruption, whoever may browse it. */
    private Optional<Issue> unrecorded(Project project, SampleRecord sample, OwnIssueType type) {
        long days = Duration.between(sample.begun(), clock.instant()).toDays() + 2;
        String recent = "issuetype = " + types.requireIdIn(type, project.getId()) + " AND created >= -" + days + "d";
        return searches.find(Visibility.unrestricted(scopes.of(project)), JqlBuilder.within(List.of(project.getKey()), recent), MAX_RECENT)
                .issues()
                .stream().filter(issue -> sample.reporter().equals(issue.getReporterId())
                        && sample.summaries().get(type).equals(issue.getSummary()))
                .findFirst();
    }

    @Override
    public Kind kind() {
        return Kind.ISSUES;
    }

    @Override
    public List<Message> list(Project project) {
        return deletable(project).stream().map(issue -> Message.of("decision-gates.jira.sample.undo", issue.getKey(), issue.getSummary()))
                .toList();
    }

    @Override
    public long issues(Project project, OwnIssueType type) {
        return records.find(project).flatMap(sample -> find(project, sample, type))
                .filter(issue -> types.idOf(type).filter(issue.getIssueTypeId()::equals).isPresent() && !use.hasSteps(issue)).stream()
                .count();
    }

    @Override
    public List<Message> kept(Project project) {
        Stream<Message> used = find(project).stream().filter(use::hasSteps)
                .map(issue -> Message.of("decision-gates.jira.sample.kept-steps", issue.getKey(), issue.getSummary()));
        return Stream.concat(used, changed(project)).toList();
    }

    private Stream<Message> changed(Project project) {
        return records.find(project).stream()
                .flatMap(sample -> sample.ids().entrySet().stream().filter(made -> find(project, sample, made.getKey()).isEmpty())
                        .flatMap(made -> Optional.ofNullable(issues.getIssueObject(Long.valueOf(made.getValue()))).stream())
                        .filter(issue -> isOf(project, issue) && types.of(issue).isPresent()))
                .map(issue -> Message.of("decision-gates.jira.sample.kept", issue.getKey(), issue.getSummary()));
    }

    /** What to do with the sample to see a gate refuse something: not every workflow of an issue type of the project's own has gates. */
    public Message hint(Issue decision) {
        boolean isOwn = types.withId(decision.getIssueTypeId()).isPresent();
        return Message.of("decision-gates.jira.sample.try" + (gates.isGated(decision) ? isOwn ? "" : "-own-type" : "-no-gate"));
    }

    /** Why the sample is not deleted alone: somebody has used it. None while nobody has, or there is none. */
    public List<Message> used(Project project, ApplicationUser caller) {
        return records.find(project).map(sample -> use.of(find(project), sample.reporter(), caller)).orElse(List.of());
    }

    /**
     * Deletes the sample alone, with the rights of the caller, as long as nobody has used it; everything else of the project stays.
     *
     * @throws ProblemException 409 where somebody has used it, or Jira refuses to delete one of the issues
     */
    public List<Message> delete(Project project, ApplicationUser caller) {
        Lock lock = records.lock(project);
        lock.lock();
        try {
            List<Message> used = used(project, caller);
            if (!used.isEmpty()) {
                throw new ProblemException(409, used);
            }
            return delete(project, find(project), caller);
        } finally {
            lock.unlock();
        }
    }

    /** What taking back deletes: none about which somebody has written what cannot be got back. */
    private List<Issue> deletable(Project project) {
        return find(project).stream().filter(issue -> !use.hasSteps(issue)).toList();
    }

    /** Deletes the issues, with the rights of who takes it back; Jira mails nobody about it. */
    @Override
    public List<Message> takeBack(Project project) {
        return delete(project, deletable(project), authentication.getLoggedInUser());
    }

    private List<Message> delete(Project project, List<Issue> sample, ApplicationUser caller) {
        List<Message> said = new ArrayList<>();
        for (Issue issue : sample) {
            IssueService.DeleteValidationResult valid = issueService.validateDelete(caller, issue.getId());
            if (!valid.isValid()) {
                throw refusal(issue, valid.getErrorCollection());
            }
            ErrorCollection errors = issueService.delete(caller, valid, EventDispatchOption.ISSUE_DELETED, false);
            if (errors.hasAnyErrors()) {
                throw refusal(issue, errors);
            }
            said.add(Message.of("decision-gates.jira.sample.deleted", issue.getKey(), issue.getSummary()));
        }
        records.remove(project);
        return said;
    }

    private static ProblemException refusal(Issue issue, ErrorCollection errors) {
        List<String> said = new ArrayList<>(errors.getErrorMessages());
        said.addAll(errors.getErrors().values());
        return new ProblemException(409, "decision-gates.jira.sample.not-deleted", issue.getKey(), String.join(" ", said));
    }
}
