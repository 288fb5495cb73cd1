package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.jira.platform.search.OpenIssuesByDueDate;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.rules.HasEscalationPath;

/**
 * Whether the people are active who stand in the escalation paths of open Decisions and Blockers, in the fields of people that rules of
 * policies and of gates read paths from, as far as {@link OpenIssuesByDueDate} reaches. Of a path that is a text nobody can tell
 * (ADR-0110). Searches for nothing where no rule names such a field.
 */
@JiraComponent
class EscalationHealthCheck implements HealthCheck {

    private static final String PEOPLE = "people";

    private final Policies policies;
    private final WorkflowsInUse inUse;
    private final JiraFields fields;
    private final OpenIssuesByDueDate open;

    EscalationHealthCheck(Policies policies, WorkflowsInUse inUse, JiraFields fields, OpenIssuesByDueDate open) {
        this.policies = policies;
        this.inUse = inUse;
        this.fields = fields;
        this.open = open;
    }

    @Override
    public String key() {
        return "escalation";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        Set<String> ids = new TreeSet<>();
        Stream.concat(ofPolicies(scope), ofWorkflows(scope)).filter(id -> id != null && !id.isBlank()).forEach(ids::add);
        List<CustomField> named = ids.stream().map(Field::new).flatMap(field -> fields.custom(field).stream()).toList();
        if (named.isEmpty()) {
            return List.of();
        }
        List<Issue> issues = open.in(scope);
        return named.stream().flatMap(field -> inactive(field, issues)).toList();
    }

    private Stream<String> ofPolicies(Scope scope) {
        return policies.inForce().policies().stream()
                .filter(policy -> scope.isGlobal() || policy.scope().isGlobal() || policy.scope().equals(scope))
                .flatMap(policy -> policy.gates().stream()).flatMap(gate -> gate.rules().stream())
                .filter(rule -> rule.rule().equals(HasEscalationPath.DEFINITION.key())).map(rule -> rule.settings().get(PEOPLE));
    }

    private Stream<String> ofWorkflows(Scope scope) {
        return inUse.of(scope).stream().flatMap(workflow -> workflow.getAllActions().stream()).flatMap(StoredGates::of)
                .filter(arguments -> GateArguments.reference(arguments).isEmpty())
                .flatMap(arguments -> GateArguments.read(arguments).rules().stream())
                .filter(rule -> rule.name().equals(HasEscalationPath.DEFINITION.key())).map(rule -> rule.settings().get(PEOPLE));
    }

    private static Stream<HealthFinding> inactive(CustomField field, List<Issue> issues) {
        Map<String, List<String>> keys = new TreeMap<>();
        Map<String, ApplicationUser> people = new TreeMap<>();
        for (Issue issue : issues) {
            people(issue.getCustomFieldValue(field)).filter(user -> !user.isActive()).forEach(user -> {
                keys.computeIfAbsent(user.getKey(), key -> new ArrayList<>()).add(issue.getKey());
                people.put(user.getKey(), user);
            });
        }
        return keys.entrySet().stream().map(found -> HealthFinding.warning("escalation.inactive",
                people.get(found.getKey()).getDisplayName(), field.getFieldName(), found.getValue().size(),
                found.getValue().stream().min(Comparator.naturalOrder()).orElseThrow()));
    }

    private static Stream<ApplicationUser> people(Object value) {
        return Stream.ofNullable(value).flatMap(one -> one instanceof Collection<?> several ? several.stream() : Stream.of(one))
                .flatMap(one -> Optional.of(one).filter(ApplicationUser.class::isInstance).map(ApplicationUser.class::cast).stream());
    }
}
