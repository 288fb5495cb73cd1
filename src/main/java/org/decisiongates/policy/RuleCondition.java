package org.decisiongates.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.FieldTypeMismatchException;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.MissingReferenceException;
import org.decisiongates.issue.OwnField;
import org.decisiongates.issue.Reference;

/**
 * One circumstance that a rule depends on.
 *
 * @param kind   what is examined
 * @param field  the field in question, for kinds that name one
 * @param values any of which is meant, for kinds that compare: ids of the host, or names of groups
 * @param holds  whether it has to be so; false for the opposite
 */
public record RuleCondition(Kind kind, Optional<Field> field, List<String> values, boolean holds) {

    private static final Field ISSUE_TYPE = new Field("issuetype");
    private static final String DECISION = "decision";
    private static final String BLOCKER = "blocker";
    private static final Field CUSTOMER_FACING = new Field(OwnField.CUSTOMER_FACING.key());

    /** What a condition examines. Stored by name. */
    public enum Kind {
        /** A field of options, labels or the like holds one of the values. */
        FIELD_IS,
        /** There is anything in a field. */
        FIELD_IS_SET,
        /** The type of the issue: {@code decision}, {@code blocker}, or the host's id of another. */
        ISSUE_TYPE,
        /** The priority of the issue, by the host's ids. */
        PRIORITY,
        /** Customers notice: the app's own field says yes. */
        CUSTOMER_FACING,
        /** The person acting is in one of the groups. */
        ACTOR_GROUP;

        /** Whether a condition of this kind names a field. */
        public boolean namesField() {
            return this == FIELD_IS || this == FIELD_IS_SET;
        }

        /** Whether a condition of this kind has values. */
        public boolean compares() {
            return this != FIELD_IS_SET && this != CUSTOMER_FACING;
        }
    }

    public RuleCondition {
        Objects.requireNonNull(kind, "kind");
        values = List.copyOf(values);
        if (kind.namesField() != field.isPresent() || kind.compares() == values.isEmpty()) {
            throw new IllegalArgumentException(kind + " is not a condition on " + field + " and " + values);
        }
    }

    /** A field of options or labels holds one of these, by the ids of the host. */
    public static RuleCondition fieldIs(Field field, String... values) {
        return new RuleCondition(Kind.FIELD_IS, Optional.of(field), List.of(values), true);
    }

    /** There is anything in the field. */
    public static RuleCondition isSet(Field field) {
        return new RuleCondition(Kind.FIELD_IS_SET, Optional.of(field), List.of(), true);
    }

    /** The issue is of one of these types. */
    public static RuleCondition typeIs(String... types) {
        return new RuleCondition(Kind.ISSUE_TYPE, Optional.empty(), List.of(types), true);
    }

    /** The issue has one of these priorities, by the ids of the host. */
    public static RuleCondition priorityIs(String... priorities) {
        return new RuleCondition(Kind.PRIORITY, Optional.empty(), List.of(priorities), true);
    }

    /** Customers notice. */
    public static RuleCondition customersNotice() {
        return new RuleCondition(Kind.CUSTOMER_FACING, Optional.empty(), List.of(), true);
    }

    /** Who acts is in one of these groups. */
    public static RuleCondition actorIsIn(String... groups) {
        return new RuleCondition(Kind.ACTOR_GROUP, Optional.empty(), List.of(groups), true);
    }

    /** The opposite. */
    public RuleCondition not() {
        return new RuleCondition(kind, field, values, !holds);
    }

    /** Passed where it holds, not applicable where it does not, an error where what it names is gone. */
    RuleResult evaluate(ConfiguredRule rule, IssueView issue, EvaluationContext context) {
        if (kind == Kind.ACTOR_GROUP) {
            return context.actor().isPresent() ? answer(isInGroup(issue, context.actor().get()))
                    : RuleResult.notEvaluable(Finding.general("decision-gates.gate.not-evaluable.actor", rule.shownName()));
        }
        Field read = read();
        return read == null || issue.has(read) ? answer(is(issue)) : missing(rule, read);
    }

    /** Whether it holds, or nobody can tell, since the field or the option is gone or it depends on who acts. */
    boolean mayHold(IssueView issue) {
        Field read = read();
        try {
            return kind == Kind.ACTOR_GROUP || read != null && !issue.has(read) || is(issue) == holds;
        } catch (MissingReferenceException | FieldTypeMismatchException e) {
            return true;
        }
    }

    /** The field that may be gone; null for none. */
    private Field read() {
        return kind == Kind.CUSTOMER_FACING ? CUSTOMER_FACING : field.orElse(null);
    }

    private boolean is(IssueView issue) {
        return switch (kind) {
            case FIELD_IS -> isChosen(issue, field.get());
            case FIELD_IS_SET -> issue.isSet(field.get());
            case ISSUE_TYPE -> isOfType(issue);
            case PRIORITY -> isChosen(issue, Field.PRIORITY);
            case CUSTOMER_FACING -> issue.saysYes(CUSTOMER_FACING);
            case ACTOR_GROUP -> throw new IllegalStateException("nobody acts");
        };
    }

    private RuleResult answer(boolean is) {
        return is == holds ? RuleResult.passed() : RuleResult.notApplicable();
    }

    private static RuleResult missing(ConfiguredRule rule, Field gone) {
        return RuleResult.error(Finding.general("decision-gates.gate.error.field", rule.shownName(), gone.id()));
    }

    private boolean isOfType(IssueView issue) {
        for (String type : values) {
            if (!type.equals(DECISION) && !type.equals(BLOCKER)) {
                requireOption(issue, ISSUE_TYPE, type);
            }
        }
        return values.contains(issue.type());
    }

    private boolean isChosen(IssueView issue, Field of) {
        for (String value : values) {
            requireOption(issue, of, value);
        }
        for (Choice choice : issue.choices(of)) {
            if (values.contains(choice.id())) {
                return true;
            }
        }
        return false;
    }

    /** What was deleted equals nothing: the rule would apply nowhere, and pass every issue (ADR-0076). */
    private static void requireOption(IssueView issue, Field of, String value) {
        Reference option = Reference.toOption(of, value);
        if (issue.nameOf(option).isEmpty()) {
            throw new MissingReferenceException(option);
        }
    }

    private boolean isInGroup(IssueView issue, String actor) {
        // every group is asked: one that is gone is an error even where another would do
        boolean isIn = false;
        for (String group : values) {
            isIn |= issue.isInGroup(actor, group);
        }
        return isIn;
    }
}
