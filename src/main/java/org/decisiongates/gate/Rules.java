package org.decisiongates.gate;

import java.util.List;
import java.util.Optional;

/** Every kind of rule there is, in the order a form shows them. Nothing is scanned: a new rule is one line here. */
public final class Rules {

    private static final List<RuleKind> ALL = List.of(HasOwner.KIND, HasDueDate.KIND, HasAcceptanceCriteria.KIND, HasFallback.KIND);

    private Rules() {
    }

    /** All kinds. */
    public static List<RuleKind> all() {
        return ALL;
    }

    /** The kind of this name. */
    public static Optional<RuleKind> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}
