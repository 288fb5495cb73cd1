package org.decisiongates.sandbox.jira.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.decisiongates.sandbox.jira.model.jql.Clause;
import org.decisiongates.sandbox.jira.model.jql.Operand;
import org.decisiongates.sandbox.jira.model.jql.Operator;

/** Makes SQL of a query's condition for one searcher. */
final class JqlSql {

    private static final String VALUE_OF = "select 1 from jira_issue_value v where v.issue_id = i.id and v.field_id = ?";

    private final SandboxJira jira;
    private final String userKey;
    private final boolean seesAll;
    private final boolean checks;
    private final JqlMoments moments;
    private final JqlOperands operands;
    private final JqlPredicates predicates;
    private final List<String> problems = new ArrayList<>();

    /** Complains about whatever the query names and is not there. */
    JqlSql(SandboxJira jira, String userKey) {
        this(jira, userKey, false, true);
    }

    /**
     * Takes issues that are named and not there as nothing, as Jira's searches do.
     *
     * @param seesAll whether projects may be named that the user may not browse, as in searches that override security
     */
    JqlSql(SandboxJira jira, String userKey, boolean seesAll) {
        this(jira, userKey, seesAll, false);
    }

    private JqlSql(SandboxJira jira, String userKey, boolean seesAll, boolean checks) {
        this.jira = jira;
        this.userKey = userKey;
        this.seesAll = seesAll;
        this.checks = checks;
        this.moments = new JqlMoments(jira.clock());
        this.operands = new JqlOperands(jira, userKey, moments);
        this.predicates = new JqlPredicates(operands, moments, problems);
    }

    /** The condition; {@link JqlProblem} with everything that is wrong with it. */
    Sql where(Optional<Clause> clause) throws JqlProblem {
        Sql sql = clause.map(part -> clause(part, false)).orElse(Sql.ALWAYS);
        if (!problems.isEmpty()) {
            throw new JqlProblem(problems);
        }
        return sql;
    }

    private Sql clause(Clause clause, boolean negated) {
        if (clause instanceof Clause.And and) {
            return Sql.joined(negated ? "or" : "and", and.parts().stream().map(part -> clause(part, negated)).toList());
        } else if (clause instanceof Clause.Or or) {
            return Sql.joined(negated ? "and" : "or", or.parts().stream().map(part -> clause(part, negated)).toList());
        } else if (clause instanceof Clause.Not not) {
            return clause(not.part(), !negated);
        }
        Clause.Term term = (Clause.Term) clause;
        return term(negated ? new Clause.Term(term.field(), term.operator().negated(), term.operand()) : term);
    }

    private Sql term(Clause.Term typed) {
        Clause.Term term = JqlOperands.plain(typed);
        String id = JqlFields.id(term.field());
        try {
            switch (id) {
                case "issuekey":
                    return key(term);
                case "project":
                    return predicates.equality(term, "i.project_id", value -> ids(jira.projects().all().stream()
                            .filter(row -> row.key().equalsIgnoreCase(value) || row.name().equalsIgnoreCase(value)
                                    || String.valueOf(row.id()).equals(value))
                            .filter(row -> seesAll || jira.permissions().has(Permission.BROWSE_PROJECTS, row.id(), userKey))
                            .map(ProjectRow::id)));
                case "status":
                    return predicates.equality(term, "i.status",
                            value -> ids(named(jira.statuses().all(), StatusRow::id, StatusRow::name, value)));
                case "statuscategory":
                    return predicates.equality(term, "i.status", this::statusesOfCategory);
                case "issuetype":
                    return predicates.equality(term, "i.issue_type",
                            value -> ids(named(jira.issueTypes().all(), IssueTypeRow::id, IssueTypeRow::name, value)));
                case "resolution":
                    return resolution(term);
                case "priority":
                    return priority(term);
                case "labels":
                    return predicates.many(term, "select 1 from jira_issue_label l where l.issue_id = i.id", "l.label", List.of());
                case "duedate":
                    return day(term, "i.due_date");
                case "fixversion":
                    return predicates.exists(term, VALUE_OF, "v.text_value", List.of(Versions.FIELD), value -> ids(Stream.concat(
                            jira.versions().named(value).stream(), IssueTypes.number(value).flatMap(jira.versions()::byId).stream())
                            .filter(row -> seesAll || jira.permissions().has(Permission.BROWSE_PROJECTS, row.projectId(), userKey))
                            .map(row -> String.valueOf(row.id()))));
                case "level":
                    return predicates.exists(term, VALUE_OF, "v.text_value", List.of(Levels.FIELD), value -> ids(Stream.concat(
                            jira.levels().named(value).stream(), IssueTypes.number(value).flatMap(jira.levels()::byId).stream())
                            .map(row -> String.valueOf(row.id()))));
                case "text":
                    return predicates.words(term, "text");
                case "comment":
                    return predicates.words(term, "comment");
                default:
                    break;
            }
            if (JqlFields.TEXT.containsKey(id)) {
                return predicates.words(term, id);
            } else if (JqlFields.MOMENTS.containsKey(id)) {
                return moment(term, JqlFields.MOMENTS.get(id));
            } else if (JqlFields.PEOPLE.containsKey(id)) {
                return predicates.equality(term, JqlFields.PEOPLE.get(id), this::people);
            }
            List<FieldRow> fields = JqlFields.custom(jira, term.field());
            if (fields.isEmpty()) {
                problems.add("Field '" + term.field() + "' does not exist or you do not have permission to view it.");
                return Sql.NEVER;
            }
            List<Sql> parts = new ArrayList<>();
            for (FieldRow field : fields) {
                parts.add(custom(term, field));
            }
            return Sql.joined(term.operator().negative() ? "and" : "or", parts);
        } catch (JqlProblem e) {
            problems.addAll(e.messages());
            return Sql.NEVER;
        }
    }

    private Sql custom(Clause.Term term, FieldRow field) throws JqlProblem {
        String from = VALUE_OF;
        List<Object> bound = List.of(field.id());
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA, URL -> predicates.customWords(term, from, bound);
            case FLOAT -> predicates.customOrdered(term, from, "v.number_value", bound, value -> {
                try {
                    return Optional.of((Object) Double.valueOf(value));
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            });
            case DATEPICKER -> predicates.customOrdered(term, from, "v.text_value", bound,
                    value -> moments.read(value).map(instant -> moments.day(instant).toString()));
            case DATETIME ->
                predicates.customOrdered(term, from, "v.text_value", bound, value -> moments.read(value).map(Instant::toString));
            case USERPICKER, MULTIUSERPICKER -> predicates.exists(term, from, "v.text_value", bound, this::people);
            case SELECT, RADIOBUTTONS, MULTISELECT, MULTICHECKBOXES -> predicates.exists(term, from, "v.text_value", bound,
                    value -> ids(named(jira.fields().options(field.id()), row -> String.valueOf(row.id()), OptionRow::value, value)));
            default -> predicates.many(term, from, "v.text_value", bound);
        };
    }

    private Sql key(Clause.Term term) throws JqlProblem {
        if (term.operator().ordering()) {
            Matcher key = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)-(\\d{1,12})").matcher(operands.single(term));
            if (!key.matches()) {
                throw new JqlProblem("The issue key '" + operands.single(term) + "' for field '" + term.field() + "' is invalid.");
            }
            if ((seesAll ? jira.issues().byKey(operands.single(term)) : jira.issues().visible(userKey, operands.single(term))).isEmpty()) {
                throw new JqlProblem("An issue with key '" + operands.single(term) + "' does not exist for field '" + term.field() + "'.");
            }
            return Sql.of("(i.issue_number " + term.operator().text() + " ? and i.project_id in"
                    + " (select id from jira_project where project_key = upper(?)))", Long.valueOf(key.group(2)), key.group(1));
        }
        boolean called = JqlOperands.called(term);
        return predicates.equality(term, "i.id", value -> {
            if (!checks && IssueTypes.number(value).isPresent()) {
                return List.of(IssueTypes.number(value).get());
            }
            Optional<IssueRow> issue = seesAll ? jira.issues().byKeyOrId(value) : jira.issues().visible(userKey, value);
            return issue.map(row -> List.<Object>of(row.id())).orElse(called || !checks ? List.of() : null);
        }, value -> value.matches("[A-Za-z][A-Za-z0-9_]*-\\d+") || IssueTypes.number(value).isPresent()
                ? "An issue with key '" + value + "' does not exist for field '" + term.field() + "'."
                : "The issue key '" + value + "' for field '" + term.field() + "' is invalid.");
    }

    private Sql resolution(Clause.Term term) throws JqlProblem {
        if (term.operand() instanceof Operand.Value value && value.text().equalsIgnoreCase("unresolved")
                && (term.operator() == Operator.EQUALS || term.operator() == Operator.NOT_EQUALS)) {
            return Sql.of("i.resolution is " + (term.operator() == Operator.EQUALS ? "null" : "not null"));
        }
        return predicates.equality(term, "i.resolution",
                value -> ids(named(jira.resolutions().all(), ResolutionRow::id, ResolutionRow::name, value)));
    }

    private Sql priority(Clause.Term term) throws JqlProblem {
        Function<String, List<Object>> find = value -> ids(named(jira.priorities().all(), PriorityRow::id, PriorityRow::name, value));
        if (!term.operator().ordering()) {
            return predicates.equality(term, "i.priority", find);
        }
        List<Object> pivot = find.apply(operands.single(term));
        if (pivot == null) {
            throw JqlPredicates.unknown(term, operands.single(term));
        }
        // ids rise as urgency falls
        List<String> ids = jira.priorities().all().stream().map(PriorityRow::id).toList();
        int place = ids.indexOf(pivot.get(0).toString());
        List<String> wanted = switch (term.operator()) {
            case LESS -> ids.subList(place + 1, ids.size());
            case LESS_OR_EQUAL -> ids.subList(place, ids.size());
            case GREATER -> ids.subList(0, place);
            default -> ids.subList(0, place + 1);
        };
        return Sql.in("i.priority", wanted);
    }

    private Sql day(Clause.Term term, String column) throws JqlProblem {
        return predicates.ordered(term, column, value -> moments.read(value).map(instant -> moments.day(instant).toString()));
    }

    private Sql moment(Clause.Term term, String column) throws JqlProblem {
        return predicates.ordered(term, column, value -> moments.read(value).map(Instant::toEpochMilli));
    }

    private List<Object> people(String value) {
        return jira.users().byName(value).or(() -> jira.users().byKey(value)).map(user -> List.<Object>of(user.key())).orElse(null);
    }

    private List<Object> statusesOfCategory(String value) {
        Optional<StatusCategory> category = Stream.of(StatusCategory.values()).filter(candidate -> candidate.key().equalsIgnoreCase(value)
                || candidate.label().equalsIgnoreCase(value) || String.valueOf(candidate.id()).equals(value)).findFirst();
        return category.map(wanted -> jira.statuses().all().stream().filter(row -> row.category() == wanted).map(row -> (Object) row.id())
                .toList()).orElse(null);
    }

    private static <T> Stream<String> named(Collection<T> rows, Function<T, String> id, Function<T, String> name, String value) {
        return rows.stream().filter(row -> name.apply(row).equalsIgnoreCase(value) || id.apply(row).equals(value)).map(id);
    }

    private static List<Object> ids(Stream<?> ids) {
        List<Object> list = new ArrayList<>(ids.toList());
        return list.isEmpty() ? null : list;
    }
}
