package org.decisiongates.jira.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;

/** The policies in force, with the transitions that name them. */
@JiraComponent
class PolicyListing {

    private final Policies policies;
    private final PolicyUsages usages;
    private final PolicyBypasses bypasses;
    private final ProjectManager projects;

    PolicyListing(Policies policies, PolicyUsages usages, PolicyBypasses bypasses, ProjectManager projects) {
        this.policies = policies;
        this.usages = usages;
        this.bypasses = bypasses;
        this.projects = projects;
    }

    /** Those of all projects, and where {@code scope} is a project, its own; with the transitions of the workflows of {@code scope}. */
    PolicyReplies.Listed of(Scope scope) {
        PoliciesInForce inForce = policies.inForce();
        List<PolicyUsages.Usage> used = usages.in(scope);
        Predicate<String> ofScope = usages.workflowsOf(scope);
        List<PolicyBypasses.Way> ways = bypasses.ways().stream().filter(way -> ofScope.test(way.workflow())).toList();
        Predicate<Scope> wanted = of -> of.isGlobal() || of.equals(scope);
        return new PolicyReplies.Listed(
                inForce.policies().stream().filter(policy -> wanted.test(policy.scope())).map(policy -> entry(policy, used, ways, inForce))
                        .toList(),
                inForce.unreadable().stream().filter(version -> wanted.test(version.scope())).map(this::named).toList());
    }

    private PolicyReplies.Entry entry(Policy policy, List<PolicyUsages.Usage> used, List<PolicyBypasses.Way> ways,
            PoliciesInForce inForce) {
        return new PolicyReplies.Entry(project(policy.scope()), policy.key(), policy.name(), policy.issueType(), policy.version().version(),
                policy.locked(),
                policy.gates().stream().map(gate -> gate(policy, gate, used, bypasses.of(policy, gate, ways, inForce))).toList());
    }

    private static PolicyReplies.GateEntry gate(Policy policy, PolicyGate gate, List<PolicyUsages.Usage> used,
            List<PolicyUsages.Usage> bypassedBy) {
        return new PolicyReplies.GateEntry(gate.key(), gate.name(), gate.enforcement().name().toLowerCase(Locale.ROOT), gate.rules().size(),
                used.stream()
                        .filter(usage -> usage.policy().equals(policy.key()) && usage.gate().equals(gate.key())).toList(),
                bypassedBy);
    }

    private PolicyReplies.Named named(PolicyVersion version) {
        return new PolicyReplies.Named(project(version.scope()), version.key(), version.version());
    }

    /** The key of the scope's project; its id when the project is gone. */
    private Optional<String> project(Scope scope) {
        return scope.project().stream().boxed().findFirst().map(id -> projects.getProjectObjects().stream()
                .filter(project -> id.equals(project.getId())).findFirst().map(Project::getKey).orElse(String.valueOf(id)));
    }
}
