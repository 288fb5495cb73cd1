package org.decisiongates.sandbox.jira.model.jql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.decisiongates.sandbox.jira.model.JqlProblem;

/** Splits a query into words. */
final class Lexer {

    private static final String STOPS = "()<>=!~,\"'&|";

    private final String jql;
    private int at;
    private int line = 1;
    private int lineStart;

    Lexer(String jql) {
        this.jql = jql;
    }

    List<Token> tokens() throws JqlProblem {
        List<Token> tokens = new ArrayList<>();
        for (Token token = next(); token.kind() != Token.Kind.END; token = next()) {
            tokens.add(token);
        }
        tokens.add(token(Token.Kind.END, "", at));
        return tokens;
    }

    private Token next() throws JqlProblem {
        while (at < jql.length() && Character.isWhitespace(jql.charAt(at))) {
            if (jql.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
            at++;
        }
        int start = at;
        if (at == jql.length()) {
            return token(Token.Kind.END, "", start);
        }
        char c = jql.charAt(at);
        switch (c) {
            case '(':
                at++;
                return token(Token.Kind.OPEN, "(", start);
            case ')':
                at++;
                return token(Token.Kind.CLOSE, ")", start);
            case ',':
                at++;
                return token(Token.Kind.COMMA, ",", start);
            case '"', '\'':
                return quoted(c);
            case '=', '~':
                at++;
                return token(Token.Kind.OPERATOR, String.valueOf(c), start);
            case '<', '>':
                at++;
                return token(Token.Kind.OPERATOR, c + (take('=') ? "=" : ""), start);
            case '!':
                at++;
                return take('=') ? token(Token.Kind.OPERATOR, "!=", start)
                        : take('~') ? token(Token.Kind.OPERATOR, "!~", start)
                        : token(Token.Kind.WORD, "not", start);
            case '&', '|':
                at++;
                take(c);
                return token(Token.Kind.WORD, c == '&' ? "and" : "or", start);
            default:
                return word();
        }
    }

    private Token quoted(char quote) throws JqlProblem {
        int start = at++;
        StringBuilder text = new StringBuilder();
        while (at < jql.length() && jql.charAt(at) != quote) {
            char c = jql.charAt(at++);
            text.append(c == '\\' ? escaped(start) : c);
        }
        if (at == jql.length()) {
            throw new JqlProblem("Error in the JQL Query: The quoted string '" + shortened(text.toString()) + "' has not been completed. "
                    + token(Token.Kind.QUOTED, "", start).place());
        }
        at++;
        return token(Token.Kind.QUOTED, text.toString(), start);
    }

    private char escaped(int start) throws JqlProblem {
        if (at < jql.length()) {
            char c = jql.charAt(at++);
            switch (c) {
                case 'n':
                    return '\n';
                case 't':
                    return '\t';
                case 'r':
                    return '\r';
                case '"', '\'', '\\', ' ':
                    return c;
                case 'u':
                    if (at + 4 <= jql.length() && jql.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                        at += 4;
                        return (char) Integer.parseInt(jql.substring(at - 4, at), 16);
                    }
                    break;
                default:
                    break;
            }
        }
        throw new JqlProblem("Error in the JQL Query: '\\"
                + (at <= jql.length() && at > 0 ? jql.charAt(Math.min(at, jql.length()) - 1) : "")
                + "' is an illegal JQL escape sequence. The valid escape sequences are \\', \\\", \\t, \\n, \\r, \\\\, '\\ ' and \\uXXXX. "
                + token(Token.Kind.QUOTED, "", start).place());
    }

    private Token word() throws JqlProblem {
        int start = at;
        while (at < jql.length() && STOPS.indexOf(jql.charAt(at)) < 0 && !Character.isWhitespace(jql.charAt(at))) {
            char c = jql.charAt(at);
            if ("{}*/%+^$#@?;`\\".indexOf(c) >= 0 && c != '/' && c != '%' && c != '@' && c != '#') {
                throw new JqlProblem("Error in the JQL Query: The character '" + c + "' is a reserved JQL character. You must enclose it in"
                        + " a string or use the escape '\\u" + String.format(Locale.ROOT, "%04x", (int) c) + "' instead. "
                        + token(Token.Kind.WORD, "", at).place());
            }
            at++;
        }
        return token(Token.Kind.WORD, jql.substring(start, at), start);
    }

    private boolean take(char c) {
        if (at < jql.length() && jql.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private Token token(Token.Kind kind, String text, int start) {
        return new Token(kind, text, line, Math.max(1, start - lineStart + 1));
    }

    static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
