package org.decisiongates.sandbox.jira.model.jql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.sandbox.jira.model.JqlProblem;

/** Reads a query: {@code or} of {@code and} of claims, then an order. */
public final class JqlParser {

    private static final int DEEPEST = 100;
    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in", "is", "empty", "null", "order", "by", "was", "changed");

    private final List<Token> tokens;
    private int at;
    private int depth;

    private JqlParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The tree of the query; {@link JqlProblem} with the place when it is not one. */
    public static JqlQuery parse(String jql) throws JqlProblem {
        JqlParser parser = new JqlParser(new Lexer(jql == null ? "" : jql).tokens());
        Optional<Clause> where = parser.peek().kind() == Token.Kind.END || parser.peek().is("order") ? Optional.empty()
                : Optional.of(parser.or());
        List<Sort> order = parser.order();
        Token rest = parser.peek();
        if (rest.kind() != Token.Kind.END) {
            throw parser.expected("either 'OR' or 'AND'", rest);
        }
        return new JqlQuery(where, order);
    }

    private Clause or() throws JqlProblem {
        List<Clause> parts = new ArrayList<>(List.of(and()));
        while (peek().is("or")) {
            at++;
            parts.add(and());
        }
        return parts.size() == 1 ? parts.get(0) : new Clause.Or(List.copyOf(parts));
    }

    private Clause and() throws JqlProblem {
        List<Clause> parts = new ArrayList<>(List.of(not()));
        while (peek().is("and")) {
            at++;
            parts.add(not());
        }
        return parts.size() == 1 ? parts.get(0) : new Clause.And(List.copyOf(parts));
    }

    private Clause not() throws JqlProblem {
        if (++depth > DEEPEST) {
            throw new JqlProblem("Error in the JQL Query: The query is nested too deeply. " + peek().place());
        }
        try {
            if (peek().is("not")) {
                at++;
                return new Clause.Not(not());
            }
            if (peek().kind() == Token.Kind.OPEN) {
                at++;
                Clause inner = or();
                close();
                return inner;
            }
            return term();
        } finally {
            depth--;
        }
    }

    private Clause term() throws JqlProblem {
        Token field = take();
        if (field.kind() != Token.Kind.WORD && field.kind() != Token.Kind.QUOTED) {
            throw expected("a field name", field);
        }
        if (field.kind() == Token.Kind.WORD && RESERVED.contains(field.text().toLowerCase(Locale.ROOT))) {
            throw new JqlProblem("Error in the JQL Query: Expecting a field name but got the reserved word '" + field.text()
                    + "'. You must surround '" + field.text() + "' in quotation marks to use it as a field name. " + field.place());
        }
        Operator operator = operator();
        Operand operand = operator == Operator.IN || operator == Operator.NOT_IN ? listOrCall(operator) : operand();
        if ((operator == Operator.IS || operator == Operator.IS_NOT) && !(operand instanceof Operand.Empty)) {
            throw new JqlProblem("Error in the JQL Query: The operator '" + operator.text() + "' is only for 'EMPTY' and 'NULL'. "
                    + tokens.get(at - 1).place());
        }
        return new Clause.Term(field.text(), operator, operand);
    }

    private Operator operator() throws JqlProblem {
        Token token = take();
        if (token.kind() == Token.Kind.OPERATOR) {
            for (Operator operator : Operator.values()) {
                if (operator.text().equals(token.text())) {
                    return operator;
                }
            }
        }
        if (token.is("in")) {
            return Operator.IN;
        }
        if (token.is("not") && peek().is("in")) {
            at++;
            return Operator.NOT_IN;
        }
        if (token.is("is")) {
            if (peek().is("not")) {
                at++;
                return Operator.IS_NOT;
            }
            return Operator.IS;
        }
        if (token.is("was") || token.is("changed")) {
            throw new JqlProblem("Error in the JQL Query: The sandbox does not search the change history ('" + token.text() + "'). "
                    + token.place());
        }
        throw expected("operator", token, " The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and"
                + " 'IS NOT'.");
    }

    private Operand listOrCall(Operator operator) throws JqlProblem {
        if (peek().kind() == Token.Kind.OPEN) {
            at++;
            List<Operand> parts = new ArrayList<>();
            do {
                parts.add(operand());
            } while (comma());
            close();
            return new Operand.Several(List.copyOf(parts));
        }
        Operand operand = operand();
        if (operand instanceof Operand.Call) {
            return operand;
        }
        throw new JqlProblem("Error in the JQL Query: The operator '" + operator.text() + "' needs a list in parentheses or a function. "
                + tokens.get(at - 1).place());
    }

    private Operand operand() throws JqlProblem {
        Token token = take();
        if (token.kind() == Token.Kind.QUOTED) {
            return peek().kind() == Token.Kind.OPEN ? call(token) : new Operand.Value(token.text());
        }
        if (token.kind() != Token.Kind.WORD) {
            throw expected("either a value, list or function", token);
        }
        if (token.is("empty") || token.is("null")) {
            return new Operand.Empty();
        }
        if (RESERVED.contains(token.text().toLowerCase(Locale.ROOT))) {
            throw new JqlProblem("Error in the JQL Query: Expecting either a value, list or function but got '" + token.text()
                    + "'. You must surround '" + token.text() + "' in quotation marks to use it as a value. " + token.place());
        }
        return peek().kind() == Token.Kind.OPEN ? call(token) : new Operand.Value(token.text());
    }

    private Operand call(Token name) throws JqlProblem {
        at++;
        List<String> arguments = new ArrayList<>();
        if (peek().kind() != Token.Kind.CLOSE) {
            do {
                Token argument = take();
                if (argument.kind() != Token.Kind.WORD && argument.kind() != Token.Kind.QUOTED) {
                    throw expected("a function argument", argument);
                }
                arguments.add(argument.text());
            } while (comma());
        }
        close();
        return new Operand.Call(name.text(), List.copyOf(arguments));
    }

    private List<Sort> order() throws JqlProblem {
        List<Sort> order = new ArrayList<>();
        if (!peek().is("order")) {
            return order;
        }
        at++;
        Token by = take();
        if (!by.is("by")) {
            throw expected("'by'", by);
        }
        do {
            Token field = take();
            if (field.kind() != Token.Kind.WORD && field.kind() != Token.Kind.QUOTED) {
                throw expected("a field name", field);
            }
            boolean descending = peek().is("desc");
            if (descending || peek().is("asc")) {
                at++;
            }
            order.add(new Sort(field.text(), descending));
        } while (comma());
        return order;
    }

    private boolean comma() {
        if (peek().kind() == Token.Kind.COMMA) {
            at++;
            return true;
        }
        return false;
    }

    private void close() throws JqlProblem {
        Token token = take();
        if (token.kind() != Token.Kind.CLOSE) {
            throw expected("')'", token);
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    private JqlProblem expected(String what, Token got) {
        return expected(what, got, "");
    }

    private JqlProblem expected(String what, Token got, String more) {
        return new JqlProblem(got.kind() == Token.Kind.END
                ? "Error in the JQL Query: Expecting " + what + " before the end of the query." + more
                : "Error in the JQL Query: Expecting " + what + " but got '" + Lexer.shortened(got.text()) + "'." + more + " "
                        + got.place());
    }
}
