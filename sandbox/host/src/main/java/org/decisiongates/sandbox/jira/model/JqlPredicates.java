package org.decisiongates.sandbox.jira.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.decisiongates.sandbox.jira.model.jql.Clause;
import org.decisiongates.sandbox.jira.model.jql.Operator;

/** Predicates about one field as SQL. One about a field that is not set is false, negative ones too, as in Jira. */
final class JqlPredicates {

    private static final Set<Operator> EQUALITY = EnumSet.of(Operator.EQUALS, Operator.NOT_EQUALS, Operator.IN, Operator.NOT_IN,
            Operator.IS,
            Operator.IS_NOT);
    private static final Set<Operator> ORDERED = EnumSet.complementOf(EnumSet.of(Operator.LIKE, Operator.NOT_LIKE));
    private static final Set<Operator> WORDS = EnumSet.of(Operator.LIKE, Operator.NOT_LIKE, Operator.IS, Operator.IS_NOT);

    private final JqlOperands operands;
    private final JqlMoments moments;
    private final List<String> problems;

    JqlPredicates(JqlOperands operands, JqlMoments moments, List<String> problems) {
        this.operands = operands;
        this.moments = moments;
        this.problems = problems;
    }

    Sql ordered(Clause.Term term, String column, Function<String, Optional<? extends Object>> read) throws JqlProblem {
        JqlOperands.check(term, ORDERED);
        if (term.operator() == Operator.IS || term.operator() == Operator.IS_NOT) {
            return Sql.of(column + (term.operator() == Operator.IS ? " is null" : " is not null"));
        }
        List<Object> values = new ArrayList<>();
        for (String value : operands.texts(term)) {
            Optional<? extends Object> moment = moments.read(value).isPresent() ? read.apply(value) : instant(value, read);
            values.add(moment.orElseThrow(() -> new JqlProblem("Date value '" + value + "' for field '" + term.field()
                    + "' is invalid. Valid"
                    + " formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g."
                    + " '-5d', '4w 2d'.")));
        }
        return compared(term, column, values);
    }

    /** A function's moment travels as an ISO instant. */
    private Optional<? extends Object> instant(String value, Function<String, Optional<? extends Object>> read) {
        if (!value.startsWith("@")) {
            return Optional.empty();
        }
        Instant instant = Instant.parse(value.substring(1));
        Optional<? extends Object> sample = read.apply("2000-01-01");
        return sample.map(kind -> kind instanceof Long ? (Object) instant.toEpochMilli()
                : kind.toString().length() > 10 ? instant.toString()
                : moments.day(instant).toString());
    }

    Sql customOrdered(Clause.Term term, String from, String column, List<Object> bound,
            Function<String, Optional<? extends Object>> read) throws JqlProblem {
        JqlOperands.check(term, ORDERED);
        if (term.operator() == Operator.IS || term.operator() == Operator.IS_NOT) {
            return new Sql((term.operator() == Operator.IS ? "not " : "") + "exists (" + from + ")", bound);
        }
        List<Object> values = new ArrayList<>();
        for (String value : operands.texts(term)) {
            values.add((value.startsWith("@") ? instant(value, read) : read.apply(value))
                    .orElseThrow(() -> new JqlProblem("The value '" + value + "' is not valid for the field '" + term.field() + "'.")));
        }
        Sql claim = compared(term, column, values);
        List<Object> all = new ArrayList<>(bound);
        all.addAll(claim.arguments());
        return new Sql("exists (" + from + " and " + claim.text() + ")", all);
    }

    private Sql compared(Clause.Term term, String column, List<Object> values) {
        return switch (term.operator()) {
            case IN -> Sql.in(column, values);
            case NOT_IN -> new Sql("(" + column + " is not null and not (" + Sql.in(column, values).text() + "))",
                    values.isEmpty() ? List.of() : values);
            case NOT_EQUALS -> Sql.of(column + " <> ?", values.get(0));
            default -> Sql.of(column + " " + term.operator().text() + " ?", values.get(0));
        };
    }

    Sql equality(Clause.Term term, String column, Function<String, List<Object>> find) throws JqlProblem {
        return equality(term, column, find, value -> unknown(term, value).getMessage());
    }

    Sql equality(Clause.Term term, String column, Function<String, List<Object>> find, Function<String, String> complaint)
            throws JqlProblem {
        JqlOperands.check(term, EQUALITY);
        if (term.operator() == Operator.IS || term.operator() == Operator.IS_NOT) {
            return Sql.of(column + (term.operator() == Operator.IS ? " is null" : " is not null"));
        }
        boolean empty = JqlOperands.namesEmpty(term);
        List<Object> values = found(term, find, complaint);
        Sql in = Sql.in(column, values);
        if (term.operator().negative()) {
            return new Sql("(" + column + " is not null and not (" + in.text() + "))", in.arguments());
        }
        return empty ? new Sql("(" + column + " is null or " + in.text() + ")", in.arguments()) : in;
    }

    Sql exists(Clause.Term term, String from, String column, List<Object> bound, Function<String, List<Object>> find)
            throws JqlProblem {
        JqlOperands.check(term, EQUALITY);
        String some = "exists (" + from + ")";
        if (term.operator() == Operator.IS || term.operator() == Operator.IS_NOT) {
            return new Sql((term.operator() == Operator.IS ? "not " : "") + some, bound);
        }
        boolean empty = JqlOperands.namesEmpty(term);
        Sql in = Sql.in(column, found(term, find, value -> unknown(term, value).getMessage()));
        List<Object> once = new ArrayList<>(bound);
        once.addAll(in.arguments());
        Sql match = new Sql("exists (" + from + " and " + in.text() + ")", once);
        if (term.operator().negative()) {
            return Sql.joined("and", List.of(new Sql(some, bound), match.inside("not ", "")));
        }
        return empty ? Sql.joined("or", List.of(new Sql("not " + some, bound), match)) : match;
    }

    /** Fields whose values are free words: labels. */
    Sql many(Clause.Term term, String from, String column, List<Object> bound) throws JqlProblem {
        return exists(term, from, column, bound, value -> List.of(value));
    }

    private List<Object> found(Clause.Term term, Function<String, List<Object>> find, Function<String, String> complaint)
            throws JqlProblem {
        List<Object> all = new ArrayList<>();
        for (String value : operands.texts(term)) {
            List<Object> some = find.apply(value);
            if (some == null) {
                problems.add(complaint.apply(value));
            } else {
                all.addAll(some);
            }
        }
        return all;
    }

    Sql words(Clause.Term term, String id) throws JqlProblem {
        JqlOperands.check(term, id.equals("text") || id.equals("comment") ? EnumSet.of(Operator.LIKE, Operator.NOT_LIKE) : WORDS);
        if (term.operator() == Operator.IS || term.operator() == Operator.IS_NOT) {
            boolean empty = term.operator() == Operator.IS;
            return Sql.of("(" + JqlFields.TEXT.get(id) + (empty ? " is null or " : " is not null and ") + JqlFields.TEXT.get(id)
                    + (empty ? " = '')" : " <> '')"));
        }
        List<Sql> each = new ArrayList<>();
        for (String pattern : patterns(term)) {
            List<Sql> places = new ArrayList<>();
            for (String column : id.equals("text") ? JqlFields.TEXT.values()
                    : JqlFields.TEXT.containsKey(id) ? List.of(JqlFields.TEXT.get(id))
                    : List.<String>of()) {
                places.add(Sql.of("lower(coalesce(" + column + ", '')) like ? escape '!'", pattern));
            }
            if (id.equals("text") || id.equals("comment")) {
                // one for a group or a role is found by nobody: a search must not tell what it says
                places.add(Sql.of("exists (select 1 from jira_comment c where c.issue_id = i.id and c.group_level is null"
                        + " and c.role_level is null and lower(c.body) like ? escape '!')", pattern));
            }
            if (id.equals("text")) {
                places.add(Sql.of("exists (select 1 from jira_issue_value v where v.issue_id = i.id and lower(v.text_value) like ?"
                        + " escape '!')", pattern));
            }
            each.add(Sql.joined("or", places));
        }
        Sql all = Sql.joined("and", each);
        if (term.operator() == Operator.NOT_LIKE) {
            return JqlFields.TEXT.containsKey(id) ? all.inside("(" + JqlFields.TEXT.get(id) + " is not null and not ", ")")
                    : all.inside("not ", "");
        }
        return all;
    }

    Sql customWords(Clause.Term term, String from, List<Object> bound) throws JqlProblem {
        JqlOperands.check(term, WORDS);
        String some = "exists (" + from + ")";
        if (term.operator() == Operator.IS || term.operator() == Operator.IS_NOT) {
            return new Sql((term.operator() == Operator.IS ? "not " : "") + some, bound);
        }
        List<Sql> each = new ArrayList<>();
        for (String pattern : patterns(term)) {
            each.add(new Sql("exists (" + from + " and lower(v.text_value) like ? escape '!')",
                    Stream.concat(bound.stream(), Stream.of(pattern)).toList()));
        }
        Sql all = Sql.joined("and", each);
        return term.operator() == Operator.LIKE ? all : Sql.joined("and", List.of(new Sql(some, bound), all.inside("not ", "")));
    }

    /** One pattern for each word, and for each phrase in quotation marks. */
    private List<String> patterns(Clause.Term term) throws JqlProblem {
        String text = operands.single(term).trim();
        List<String> patterns = new ArrayList<>();
        Matcher parts = Pattern.compile("\"([^\"]+)\"|(\\S+)").matcher(text);
        while (parts.find()) {
            String part = parts.group(1) != null ? parts.group(1) : parts.group(2);
            String plain = part.replaceAll("[*?~\"]+$|^[*?\"+-]+", "");
            if (!plain.isBlank()) {
                patterns.add("%" + plain.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
            }
        }
        if (patterns.isEmpty()) {
            throw new JqlProblem("The field '" + term.field() + "' does not support searching for an empty string.");
        }
        return patterns;
    }

    static JqlProblem unknown(Clause.Term term, String value) {
        return new JqlProblem("The value '" + value + "' does not exist for the field '" + term.field() + "'.");
    }
}
