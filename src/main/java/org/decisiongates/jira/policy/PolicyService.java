package org.decisiongates.jira.policy;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.audit.AuditLog;
import org.decisiongates.jira.platform.audit.ConfigurationChange;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.HostReference;
import org.decisiongates.policy.InvalidPolicyException;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyCases;
import org.decisiongates.policy.PolicyDifference;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.PolicyNames;
import org.decisiongates.policy.PolicyReferences;
import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.StalePolicyException;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.text.Message;
import org.decisiongates.text.XmlCharacters;

/**
 * Reads and changes policies for people who were found to be allowed to. A new version comes into force only when the policy is sound and
 * everything that its cases expect holds; what is wrong is said as a {@link ProblemException}.
 */
@JiraComponent
class PolicyService {

    static final int MAX_WHY = 1_000;

    private final Policies policies;
    private final PolicyNames names;
    private final PolicyCaseFormatter cases;
    private final OwnIssueTypes types;
    private final ProjectManager projects;
    private final AuditLog log;
    private final JiraTexts texts;
    private final Clock clock;

    PolicyService(Policies policies, PolicyNames names, PolicyCaseFormatter cases, OwnIssueTypes types, ProjectManager projects,
            AuditLog log, JiraTexts texts, Clock clock) {
        this.policies = policies;
        this.names = names;
        this.cases = cases;
        this.types = types;
        this.projects = projects;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Why a policy is changed, and what was seen of it.
     *
     * @param scope   where it is in force
     * @param key     its key
     * @param basedOn the version that was seen; 0 for a new policy
     * @param why     in the words of who changes it
     * @param author  user key of who does
     */
    record Change(Scope scope, String key, int basedOn, String why, String author) {

        PolicyVersion next() {
            return new PolicyVersion(scope, key, basedOn + 1);
        }
    }

    /**
     * A case that does not come out as it expects.
     *
     * @param number its place in the policy, from 0
     */
    record FailedCase(int number, Message message) {
    }

    List<PolicyRevision> history(Scope scope, String key) {
        List<PolicyRevision> history = policies.history(scope, key);
        if (history.isEmpty()) {
            throw new ProblemException(404, "decision-gates.jira.policy.no-such-policy", key);
        }
        return history;
    }

    /** The newest version, retired or not. */
    PolicyRevision newest(Scope scope, String key) {
        return history(scope, key).get(0);
    }

    PolicyRevision revision(Scope scope, String key, int version) {
        return history(scope, key).stream().filter(revision -> revision.version().version() == version).findFirst()
                .orElseThrow(() -> new ProblemException(404, "decision-gates.jira.policy.no-such-version", key, version));
    }

    /** The version that the next change would store. */
    PolicyVersion nextVersion(Scope scope, String key) {
        int newest = policies.history(scope, key).stream().map(revision -> revision.version().version()).findFirst().orElse(0);
        return new PolicyVersion(scope, key, newest + 1);
    }

    Policy version(PolicyVersion version) {
        try {
            return policies.version(version).orElseThrow(
                    () -> new ProblemException(404, "decision-gates.jira.policy.no-such-version", version.key(), version.version()));
        } catch (InvalidPolicyException e) {
            throw new ProblemException(409, faults(e));
        }
    }

    /** What changed, in sentences. */
    List<String> difference(Policy before, Policy after) {
        return texts.texts(PolicyDifference.between(before, after, names));
    }

    /** A policy that somebody sends as JSON, as the next version of {@code change}. */
    Policy read(String text, Scope scope, int version) {
        try {
            return typed(PolicyJson.read(text, scope, version, Rules::of));
        } catch (InvalidPolicyException e) {
            throw new ProblemException(400, faults(e));
        }
    }

    /** Refuses a policy that is not sound. */
    void check(Policy policy) {
        try {
            PolicyJson.check(policy, Rules::of);
        } catch (InvalidPolicyException e) {
            throw new ProblemException(400, faults(e));
        }
    }

    /** Stores {@code policy} as the next version and puts it into force; the number of that version. */
    int save(Policy policy, Change change) {
        if (!policy.key().equals(change.key())) {
            throw new ProblemException(400, "decision-gates.jira.policy.other-key", policy.key(), change.key());
        }
        Policy next = typed(policy.as(change.next()));
        checkWhy(change);
        check(next);
        List<FailedCase> failed = failedCases(next);
        if (!failed.isEmpty()) {
            throw new ProblemException(400, failed.stream().map(FailedCase::message).toList());
        }
        return append(next, change, false);
    }

    /** The types that the app brings by the key that it knows them by: a policy for their ids would be asked nothing. */
    private Policy typed(Policy policy) {
        return PolicyReferences.replace(policy, Rules::of,
                reference -> reference.kind() == HostReference.Kind.ISSUE_TYPE ? typesOf(policy.scope(), reference.id())
                        : List.of(reference.id()));
    }

    /** In a project the type that it uses goes by the key, too; its id is kept where several can stand, for issues elsewhere. */
    private List<String> typesOf(Scope scope, String id) {
        String anywhere = types.typeOf(id);
        return scope.project().isEmpty() ? List.of(anywhere)
                : Stream.of(types.typeOf(scope.project().getAsLong(), id), anywhere).distinct().toList();
    }

    /** Stores the content of an older version as the next one. */
    int revert(int to, Change change) {
        revision(change.scope(), change.key(), to);
        return save(version(new PolicyVersion(change.scope(), change.key(), to)), change);
    }

    /** Takes the policy out of force. Its versions stay, and a later one puts it into force again. */
    int retire(Change change) {
        checkWhy(change);
        PolicyRevision newest = newest(change.scope(), change.key());
        if (newest.retired()) {
            throw new ProblemException(409, "decision-gates.jira.policy.retired", change.key());
        }
        return append(version(newest.version()).as(change.next()), change, true);
    }

    /** Each case of which something else comes than it expects: of which rule, what, and why. */
    List<FailedCase> failedCases(Policy policy) {
        List<PolicyCases.Outcome> outcomes = PolicyCases.run(policy, Rules::of);
        return IntStream.range(0, outcomes.size()).filter(number -> !outcomes.get(number).isAsExpected())
                .mapToObj(number -> failedCase(policy, number, outcomes.get(number))).toList();
    }

    private FailedCase failedCase(Policy policy, int number, PolicyCases.Outcome outcome) {
        return new FailedCase(number, Message.of("decision-gates.jira.policy.case-failed", outcome.of().name(),
                policy.gate(outcome.of().gate()).map(PolicyGate::name).orElse(outcome.of().gate()),
                String.join(" ", cases.differences(outcome))));
    }

    private int append(Policy next, Change change, boolean retired) {
        try {
            policies.append(next, new PolicyRevision(next.version(), retired, change.why().strip(), change.author(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            log.record(new ConfigurationChange(retired ? "policy-retired" : "policy-saved", project(change.scope()),
                    change.basedOn() == 0 ? "" : shown(next, change.basedOn()),
                    shown(next, next.version().version()) + ": " + change.why().strip()));
            return next.version().version();
        } catch (StalePolicyException e) {
            Optional<PolicyRevision> newest = policies.history(change.scope(), change.key()).stream().findFirst();
            throw ProblemException.conflict(
                    Message.of("decision-gates.jira.policy.stale", change.key(), change.basedOn(),
                            newest.map(revision -> revision.version().version()).orElse(0)),
                    newest.map(PolicyReplies.Revision::of).orElse(new PolicyReplies.Revision(0, false, "", "", "")));
        }
    }

    private Optional<Project> project(Scope scope) {
        return scope.project().isPresent() ? Optional.ofNullable(projects.getProjectObj(scope.project().getAsLong())) : Optional.empty();
    }

    private static String shown(Policy policy, int version) {
        return policy.name() + " (" + policy.key() + ") " + version;
    }

    private static void checkWhy(Change change) {
        faultOfWhy(change.why()).ifPresent(fault -> {
            throw new ProblemException(400, List.of(fault));
        });
    }

    /** What is wrong with why a policy is changed. */
    static Optional<Message> faultOfWhy(String why) {
        if (why == null || why.isBlank()) {
            return Optional.of(Message.of("decision-gates.jira.policy.no-why"));
        }
        return why.length() > MAX_WHY || XmlCharacters.firstInvalid(why).isPresent()
                ? Optional.of(Message.of("decision-gates.jira.policy.bad-why", MAX_WHY))
                : Optional.empty();
    }

    /** What is wrong, each thing behind its line and its place where there are any. */
    private List<Message> faults(InvalidPolicyException invalid) {
        return invalid.faults().stream().map(this::fault).toList();
    }

    private Message fault(InvalidPolicyException.Fault fault) {
        String what = texts.texts(List.of(fault.message())).get(0);
        if (fault.line() == 0) {
            return Message.of("decision-gates.jira.policy.fault", fault.place(), what);
        }
        return fault.place().isEmpty() ? Message.of("decision-gates.jira.policy.fault-at-line", String.valueOf(fault.line()), what)
                : Message.of("decision-gates.jira.policy.fault-at-place", String.valueOf(fault.line()), fault.place(), what);
    }
}
