package org.decisiongates.jira.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.springframework.beans.factory.annotation.Autowired;

import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.GateComposer;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.rules.Rules;

/**
 * The gates of this node's transitions, ready to be asked. What a workflow stores is read once; the key is everything that is stored, so
 * nothing has to be dropped when a workflow is edited. What policies ask is composed once for each gate, project and issue type, and again
 * when other policies are in force.
 */
@JiraComponent
class ParsedGates {

    /** Far more than an installation has; beyond that the cache is emptied. */
    static final int MAX = 1_000;
    /** A gate in each of some thousand projects that have policies of their own. */
    static final int MAX_COMPOSED = 10_000;

    private final Supplier<PoliciesInForce> policies;
    private final OwnIssueTypes types;
    private final Map<Map<?, ?>, Stored> stored = new ConcurrentHashMap<>();
    private volatile Composed composed = new Composed(PoliciesInForce.NONE);

    @Autowired
    ParsedGates(Policies policies, OwnIssueTypes types) {
        this(policies::inForce, types);
    }

    private ParsedGates(Supplier<PoliciesInForce> policies, OwnIssueTypes types) {
        this.policies = policies;
        this.types = types;
    }

    /** The same while other policies are in force. */
    ParsedGates asIf(PoliciesInForce inForce) {
        return new ParsedGates(() -> inForce, types);
    }

    /** The gate that {@code arguments} describe, for an issue that exists or is being created. No statement in the database. */
    Gate of(Map<?, ?> arguments, Issue issue) {
        Stored found = stored.get(arguments);
        Stored gate = found == null ? read(new HashMap<>(arguments)) : found;
        return gate.reference().map(reference -> composed().gate(reference, issue.getProjectId(), typeOf(issue))).orElse(gate.written());
    }

    /** What policies ask of an issue that is in a phase, whatever transition brought it there; empty for nothing. */
    Optional<Gate> ofPhase(String phase, Issue issue) {
        return composed().ofPhase(phase, issue.getProjectId(), typeOf(issue));
    }

    int size() {
        return stored.size() + composed.gates.size();
    }

    private Stored read(Map<?, ?> arguments) {
        Stored gate = new Stored(GateArguments.reference(arguments), GateArguments.read(arguments));
        // an object of the workflow engine may read differently the next time, and still be equal
        if (!arguments.values().stream().allMatch(value -> value == null || value instanceof String)) {
            return gate;
        }
        if (stored.size() >= MAX) {
            stored.clear();
        }
        stored.put(arguments, gate);
        return gate;
    }

    private Composed composed() {
        PoliciesInForce inForce = policies.get();
        Composed known = composed;
        if (known.inForce != inForce) {
            known = new Composed(inForce);
            composed = known;
        }
        return known;
    }

    private String typeOf(Issue issue) {
        String id = Objects.requireNonNull(issue.getIssueTypeId(), "Jira gives the issue no type");
        return types.typeOf(issue.getProjectId(), id);
    }

    /**
     * What a workflow stores.
     *
     * @param reference the gate of a policy that it names
     * @param written   the rules that it holds, when it names none
     */
    private record Stored(Optional<PolicyReference> reference, Gate written) {
    }

    /**
     * What was asked for.
     *
     * @param gate    the gate that a workflow names; the phase in place of one
     * @param project the project if it has a policy of its own; all others have the same gates
     */
    private record Place(PolicyReference gate, OptionalLong project, String type) {
    }

    /** What is composed of the policies that were in force at one time. */
    private static final class Composed {

        /** No policy has an empty key. */
        private static final String OF_A_PHASE = "";

        private final PoliciesInForce inForce;
        private final GateComposer composer;
        private final Set<Long> projects;
        private final Map<Place, Optional<Gate>> gates = new ConcurrentHashMap<>();

        private Composed(PoliciesInForce inForce) {
            this.inForce = inForce;
            this.composer = new GateComposer(inForce, Rules::of);
            this.projects = Stream
                    .concat(inForce.policies().stream().map(policy -> policy.scope()),
                            inForce.unreadable().stream().map(PolicyVersion::scope))
                    .flatMapToLong(scope -> scope.project().stream()).boxed().collect(Collectors.toUnmodifiableSet());
        }

        private Gate gate(PolicyReference reference, long projectId, String type) {
            Place place = place(reference, projectId, type);
            Optional<Gate> known = gates.get(place);
            return (known == null ? keep(place, Optional.of(composer.gate(reference, projectId, type))) : known).get();
        }

        private Optional<Gate> ofPhase(String phase, long projectId, String type) {
            Place place = place(new PolicyReference(OF_A_PHASE, phase), projectId, type);
            Optional<Gate> known = gates.get(place);
            return known == null ? keep(place, composer.ofPhase(phase, projectId, type)) : known;
        }

        private Place place(PolicyReference reference, long projectId, String type) {
            return new Place(reference, projects.contains(projectId) ? OptionalLong.of(projectId) : OptionalLong.empty(), type);
        }

        private Optional<Gate> keep(Place place, Optional<Gate> gate) {
            if (gates.size() >= MAX_COMPOSED) {
                gates.clear();
            }
            gates.put(place, gate);
            return gate;
        }
    }
}
