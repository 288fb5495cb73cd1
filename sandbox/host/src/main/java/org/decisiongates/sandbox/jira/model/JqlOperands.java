package org.decisiongates.sandbox.jira.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.sandbox.jira.model.jql.Clause;
import org.decisiongates.sandbox.jira.model.jql.Operand;
import org.decisiongates.sandbox.jira.model.jql.Operator;

/** The values a query names: typed, listed, or yielded by functions. */
final class JqlOperands {

    private final SandboxJira jira;
    private final String userKey;
    private final JqlMoments moments;

    JqlOperands(SandboxJira jira, String userKey, JqlMoments moments) {
        this.jira = jira;
        this.userKey = userKey;
        this.moments = moments;
    }

    /** {@code = EMPTY} means {@code is EMPTY}; a list that one function yields is that list. */
    static Clause.Term plain(Clause.Term term) {
        if (term.operand() instanceof Operand.Empty) {
            if (term.operator() == Operator.EQUALS) {
                return new Clause.Term(term.field(), Operator.IS, term.operand());
            } else if (term.operator() == Operator.NOT_EQUALS) {
                return new Clause.Term(term.field(), Operator.IS_NOT, term.operand());
            }
        }
        return term;
    }

    static void check(Clause.Term term, Set<Operator> allowed) throws JqlProblem {
        if (!allowed.contains(term.operator())) {
            throw new JqlProblem("The operator '" + term.operator().text() + "' is not supported by the '" + term.field() + "' field.");
        }
        if (term.operand() instanceof Operand.Empty && term.operator() != Operator.IS && term.operator() != Operator.IS_NOT) {
            throw new JqlProblem("The operator '" + term.operator().text() + "' does not take EMPTY for the field '" + term.field() + "'.");
        }
    }

    static boolean namesEmpty(Clause.Term term) {
        return term.operand() instanceof Operand.Several several && several.parts().stream().anyMatch(Operand.Empty.class::isInstance);
    }

    static boolean called(Clause.Term term) {
        return term.operand() instanceof Operand.Call
                || term.operand() instanceof Operand.Several several && several.parts().stream().allMatch(Operand.Call.class::isInstance);
    }

    String single(Clause.Term term) throws JqlProblem {
        List<String> texts = texts(term);
        if (texts.size() != 1) {
            throw new JqlProblem("The operator '" + term.operator().text() + "' of field '" + term.field() + "' takes one value.");
        }
        return texts.get(0);
    }

    List<String> texts(Clause.Term term) throws JqlProblem {
        List<String> texts = new ArrayList<>();
        collect(term, term.operand(), texts);
        if (texts.size() != 1 && !(term.operand() instanceof Operand.Several) && term.operator() != Operator.IN
                && term.operator() != Operator.NOT_IN && term.operand() instanceof Operand.Call call) {
            throw new JqlProblem("A list cannot be used with the operator '" + term.operator().text() + "': function '" + call.name()
                    + "' yields a list; use 'IN'.");
        }
        return texts;
    }

    private void collect(Clause.Term term, Operand operand, List<String> texts) throws JqlProblem {
        if (operand instanceof Operand.Value value) {
            texts.add(value.text());
        } else if (operand instanceof Operand.Several several) {
            for (Operand part : several.parts()) {
                collect(term, part, texts);
            }
        } else if (operand instanceof Operand.Call call) {
            texts.addAll(call(term, call));
        }
    }

    private List<String> call(Clause.Term term, Operand.Call call) throws JqlProblem {
        if (call.name().equalsIgnoreCase("currentUser")) {
            return userKey == null ? List.of() : List.of(jira.users().byKey(userKey).map(UserRow::name).orElse(userKey));
        }
        if (call.name().equalsIgnoreCase("membersOf") && call.arguments().size() == 1) {
            return jira.users().members(call.arguments().get(0)).stream().map(UserRow::name).toList();
        }
        Optional<Instant> moment = moments.call(call.name(), call.arguments());
        if (moment.isPresent()) {
            return List.of("@" + moment.get());
        }
        return jira.apps().jqlFunction(userKey, term.field(), term.operator().text(), call.name(), call.arguments())
                .orElseThrow(() -> new JqlProblem("Unable to find JQL function '" + call.name() + "("
                        + String.join(", ", call.arguments()) + ")'."));
    }
}
