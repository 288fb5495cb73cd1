package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Optional;

import org.decisiongates.policy.RuleDefinition;

/** Every kind of rule there is, in the order a form shows them. Nothing is scanned: a new rule is one line here. */
public final class Rules {

    private static final List<RuleDefinition> ALL = List.of(HasOwner.KIND, HasDueDate.KIND, HasAcceptanceCriteria.KIND, HasFallback.KIND);

    private Rules() {
    }

    /** All kinds. */
    public static List<RuleDefinition> all() {
        return ALL;
    }

    /** The kind of this name. */
    public static Optional<RuleDefinition> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}
