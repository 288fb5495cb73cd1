package org.decisiongates.sandbox.jira.model.jql;

import java.util.List;

/** A condition of a query. */
public sealed interface Clause {

    /** Holds where every part holds. */
    record And(List<Clause> parts) implements Clause {
    }

    /** Holds where one part holds. */
    record Or(List<Clause> parts) implements Clause {
    }

    /** Holds where its part does not. */
    record Not(Clause part) implements Clause {
    }

    /** A claim about one field. */
    record Term(String field, Operator operator, Operand operand) implements Clause {
    }
}
