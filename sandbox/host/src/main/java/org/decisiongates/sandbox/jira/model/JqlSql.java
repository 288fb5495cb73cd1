package org.decisiongates.sandbox.jira.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.decisiongates.sandbox.jira.model.jql.Clause;
import org.decisiongates.sandbox.jira.model.jql.Operand;
import org.decisiongates.sandbox.jira.model.jql.Operator;
import org.decisiongates.sandbox.jira.model.jql.Sort;

/** Makes SQL of a query for one searcher. A claim about a field that is not set is false, negative claims too, as in Jira. */
final class JqlSql {

    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("key", "issuekey"), Map.entry("issue", "issuekey"),
            Map.entry("id", "issuekey"), Map.entry("issuekey", "issuekey"), Map.entry("type", "issuetype"),
            Map.entry("issue type", "issuetype"), Map.entry("due", "duedate"), Map.entry("due date", "duedate"),
            Map.entry("resolved", "resolutiondate"), Map.entry("createddate", "created"), Map.entry("updateddate", "updated"),
            Map.entry("label", "labels"), Map.entry("statuscategory", "statuscategory"), Map.entry("text", "text"),
            Map.entry("comment", "comment"));
    private static final Map<String, String> TEXT = Map.of("summary", "i.summary", "description", "i.description", "environment",
            "i.environment");
    private static final Map<String, String> MOMENTS = Map.of("created", "i.created", "updated", "i.updated", "resolutiondate", "i.resolved");
    private static final Map<String, String> PEOPLE = Map.of("assignee", "i.assignee", "reporter", "i.reporter", "creator", "i.creator");
    private static final Set<Operator> EQUALITY = EnumSet.of(Operator.EQUALS, Operator.NOT_EQUALS, Operator.IN, Operator.NOT_IN, Operator.IS,
            Operator.IS_NOT);
    private static final Set<Operator> ORDERED = EnumSet.complementOf(EnumSet.of(Operator.LIKE, Operator.NOT_LIKE));
    private static final Set<Operator> WORDS = EnumSet.of(Operator.LIKE, Operator.NOT_LIKE, Operator.IS, Operator.IS_NOT);
    private static final String VALUE_OF = "select 1 from jira_issue_value v where v.issue_id = i.id and v.field_id = ?";
    private static final Pattern CF = Pattern.compile("cf\\[(\\d+)]", Pattern.CASE_INSENSITIVE);

    private final SandboxJira jira;
    private final String userKey;
    private final boolean seesAll;
    private final boolean checks;
    private final JqlMoments moments;
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
    }

    /** The condition; {@link JqlProblem} with everything that is wrong with it. */
    Sql where(Optional<Clause> clause) throws JqlProblem {
        Sql sql = clause.map(part -> clause(part, false)).orElse(Sql.ALWAYS);
        if (!problems.isEmpty()) {
            throw new JqlProblem(problems);
        }
        return sql;
    }

    /** The order, ending in one that no two issues share. */
    Sql order(List<Sort> order) throws JqlProblem {
        List<String> parts = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        for (Sort sort : order) {
            Sql key = sortKey(sort.field());
            String direction = sort.descending() ? " desc" : "";
            // the databases disagree about where what is not set goes: here it goes last
            parts.add("case when " + key.text() + " is null then 1 else 0 end");
            parts.add(key.text() + direction);
            arguments.addAll(key.arguments());
            arguments.addAll(key.arguments());
        }
        if (!problems.isEmpty()) {
            throw new JqlProblem(problems);
        }
        if (parts.isEmpty()) {
            parts.add("i.project_id");
            parts.add("i.issue_number desc");
        }
        parts.add("i.id desc");
        return new Sql(String.join(", ", parts), arguments);
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
        Clause.Term term = plain(typed);
        String id = fieldId(term.field());
        try {
            switch (id) {
                case "issuekey":
                    return key(term);
                case "project":
                    return equality(term, "i.project_id", value -> ids(jira.projects().all().stream()
                            .filter(row -> row.key().equalsIgnoreCase(value) || row.name().equalsIgnoreCase(value)
                                    || String.valueOf(row.id()).equals(value))
                            .filter(row -> seesAll || jira.permissions().has(Permission.BROWSE_PROJECTS, row.id(), userKey)).map(ProjectRow::id)));
                case "status":
                    return equality(term, "i.status", value -> ids(named(jira.statuses().all(), StatusRow::id, StatusRow::name, value)));
                case "statuscategory":
                    return equality(term, "i.status", this::statusesOfCategory);
                case "issuetype":
                    return equality(term, "i.issue_type",
                            value -> ids(named(jira.issueTypes().all(), IssueTypeRow::id, IssueTypeRow::name, value)));
                case "resolution":
                    return resolution(term);
                case "priority":
                    return priority(term);
                case "labels":
                    return many(term, "select 1 from jira_issue_label l where l.issue_id = i.id", "l.label", List.of());
                case "duedate":
                    return day(term, "i.due_date");
                case "fixversion":
                    return exists(term, VALUE_OF, "v.text_value", List.of(Versions.FIELD), value -> ids(Stream.concat(
                            jira.versions().named(value).stream(), IssueTypes.number(value).flatMap(jira.versions()::byId).stream())
                            .filter(row -> seesAll || jira.permissions().has(Permission.BROWSE_PROJECTS, row.projectId(), userKey))
                            .map(row -> String.valueOf(row.id()))));
                case "level":
                    return exists(term, VALUE_OF, "v.text_value", List.of(Levels.FIELD), value -> ids(Stream.concat(
                            jira.levels().named(value).stream(), IssueTypes.number(value).flatMap(jira.levels()::byId).stream())
                            .map(row -> String.valueOf(row.id()))));
                case "text":
                    return words(term, "text");
                case "comment":
                    return words(term, "comment");
                default:
                    break;
            }
            if (TEXT.containsKey(id)) {
                return words(term, id);
            } else if (MOMENTS.containsKey(id)) {
                return moment(term, MOMENTS.get(id));
            } else if (PEOPLE.containsKey(id)) {
                return equality(term, PEOPLE.get(id), this::people);
            }
            List<FieldRow> fields = customFields(term.field());
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

    /** {@code = EMPTY} means {@code is EMPTY}; a list that one function yields is that list. */
    private Clause.Term plain(Clause.Term term) {
        if (term.operand() instanceof Operand.Empty) {
            if (term.operator() == Operator.EQUALS) {
                return new Clause.Term(term.field(), Operator.IS, term.operand());
            } else if (term.operator() == Operator.NOT_EQUALS) {
                return new Clause.Term(term.field(), Operator.IS_NOT, term.operand());
            }
        }
        return term;
    }

    private Sql custom(Clause.Term term, FieldRow field) throws JqlProblem {
        String from = VALUE_OF;
        List<Object> bound = List.of(field.id());
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA, URL -> customWords(term, from, bound);
            case FLOAT -> customOrdered(term, from, "v.number_value", bound, value -> {
                try {
                    return Optional.of((Object) Double.valueOf(value));
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            });
            case DATEPICKER -> customOrdered(term, from, "v.text_value", bound,
                    value -> moments.read(value).map(instant -> moments.day(instant).toString()));
            case DATETIME -> customOrdered(term, from, "v.text_value", bound, value -> moments.read(value).map(Instant::toString));
            case USERPICKER, MULTIUSERPICKER -> exists(term, from, "v.text_value", bound, this::people);
            case SELECT, RADIOBUTTONS, MULTISELECT, MULTICHECKBOXES -> exists(term, from, "v.text_value", bound,
                    value -> ids(named(jira.fields().options(field.id()), row -> String.valueOf(row.id()), OptionRow::value, value)));
            default -> many(term, from, "v.text_value", bound);
        };
    }

    private Sql key(Clause.Term term) throws JqlProblem {
        if (term.operator().ordering()) {
            Matcher key = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)-(\\d{1,12})").matcher(single(term));
            if (!key.matches()) {
                throw new JqlProblem("The issue key '" + single(term) + "' for field '" + term.field() + "' is invalid.");
            }
            if ((seesAll ? jira.issues().byKey(single(term)) : jira.issues().visible(userKey, single(term))).isEmpty()) {
                throw new JqlProblem("An issue with key '" + single(term) + "' does not exist for field '" + term.field() + "'.");
            }
            return Sql.of("(i.issue_number " + term.operator().text() + " ? and i.project_id in"
                    + " (select id from jira_project where project_key = upper(?)))", Long.valueOf(key.group(2)), key.group(1));
        }
        boolean called = called(term);
        return equality(term, "i.id", value -> {
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
        return equality(term, "i.resolution", value -> ids(named(jira.resolutions().all(), ResolutionRow::id, ResolutionRow::name, value)));
    }

    private Sql priority(Clause.Term term) throws JqlProblem {
        Function<String, List<Object>> find = value -> ids(named(jira.priorities().all(), PriorityRow::id, PriorityRow::name, value));
        if (!term.operator().ordering()) {
            return equality(term, "i.priority", find);
        }
        List<Object> pivot = find.apply(single(term));
        if (pivot == null) {
            throw unknown(term, single(term));
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
        return ordered(term, column, value -> moments.read(value).map(instant -> moments.day(instant).toString()));
    }

    private Sql moment(Clause.Term term, String column) throws JqlProblem {
        return ordered(term, column, value -> moments.read(value).map(Instant::toEpochMilli));
    }

    private Sql ordered(Clause.Term term, String column, Function<String, Optional<? extends Object>> read) throws JqlProblem {
        check(term, ORDERED);
        if (term.operator() == Operator.IS || term.operator() == Operator.IS_NOT) {
            return Sql.of(column + (term.operator() == Operator.IS ? " is null" : " is not null"));
        }
        List<Object> values = new ArrayList<>();
        for (String value : texts(term)) {
            Optional<? extends Object> moment = moments.read(value).isPresent() ? read.apply(value) : instant(value, read);
            values.add(moment.orElseThrow(() -> new JqlProblem("Date value '" + value + "' for field '" + term.field() + "' is invalid. Valid"
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
                : kind.toString().length() > 10 ? instant.toString() : moments.day(instant).toString());
    }

    private Sql customOrdered(Clause.Term term, String from, String column, List<Object> bound,
                              Function<String, Optional<? extends Object>> read) throws JqlProblem {
        check(term, ORDERED);
        if (term.operator() == Operator.IS || term.operator() == Operator.IS_NOT) {
            return new Sql((term.operator() == Operator.IS ? "not " : "") + "exists (" + from + ")", bound);
        }
        List<Object> values = new ArrayList<>();
        for (String value : texts(term)) {
            values.add((value.startsWith("@") ? instant(value, read) : read.apply(value)).orElseThrow(() ->
                    new JqlProblem("The value '" + value + "' is not valid for the field '" + term.field() + "'.")));
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

    private Sql equality(Clause.Term term, String column, Function<String, List<Object>> find) throws JqlProblem {
        return equality(term, column, find, value -> unknown(term, value).getMessage());
    }

    private Sql equality(Clause.Term term, String column, Function<String, List<Object>> find, Function<String, String> complaint)
            throws JqlProblem {
        check(term, EQUALITY);
        if (term.operator() == Operator.IS || term.operator() == Operator.IS_NOT) {
            return Sql.of(column + (term.operator() == Operator.IS ? " is null" : " is not null"));
        }
        boolean empty = namesEmpty(term);
        List<Object> values = found(term, find, complaint);
        Sql in = Sql.in(column, values);
        if (term.operator().negative()) {
            return new Sql("(" + column + " is not null and not (" + in.text() + "))", in.arguments());
        }
        return empty ? new Sql("(" + column + " is null or " + in.text() + ")", in.arguments()) : in;
    }

    private Sql exists(Clause.Term term, String from, String column, List<Object> bound, Function<String, List<Object>> find)
            throws JqlProblem {
        check(term, EQUALITY);
        String some = "exists (" + from + ")";
        if (term.operator() == Operator.IS || term.operator() == Operator.IS_NOT) {
            return new Sql((term.operator() == Operator.IS ? "not " : "") + some, bound);
        }
        boolean empty = namesEmpty(term);
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
    private Sql many(Clause.Term term, String from, String column, List<Object> bound) throws JqlProblem {
        return exists(term, from, column, bound, value -> List.of(value));
    }

    private List<Object> found(Clause.Term term, Function<String, List<Object>> find, Function<String, String> complaint) throws JqlProblem {
        List<Object> all = new ArrayList<>();
        for (String value : texts(term)) {
            List<Object> some = find.apply(value);
            if (some == null) {
                problems.add(complaint.apply(value));
            } else {
                all.addAll(some);
            }
        }
        return all;
    }

    private Sql words(Clause.Term term, String id) throws JqlProblem {
        check(term, id.equals("text") || id.equals("comment") ? EnumSet.of(Operator.LIKE, Operator.NOT_LIKE) : WORDS);
        if (term.operator() == Operator.IS || term.operator() == Operator.IS_NOT) {
            boolean empty = term.operator() == Operator.IS;
            return Sql.of("(" + TEXT.get(id) + (empty ? " is null or " : " is not null and ") + TEXT.get(id) + (empty ? " = '')" : " <> '')"));
        }
        List<Sql> each = new ArrayList<>();
        for (String pattern : patterns(term)) {
            List<Sql> places = new ArrayList<>();
            for (String column : id.equals("text") ? TEXT.values() : TEXT.containsKey(id) ? List.of(TEXT.get(id)) : List.<String>of()) {
                places.add(Sql.of("lower(coalesce(" + column + ", '')) like ? escape '!'", pattern));
            }
            if (id.equals("text") || id.equals("comment")) {
                places.add(Sql.of("exists (select 1 from jira_comment c where c.issue_id = i.id and lower(c.body) like ? escape '!')", pattern));
            }
            if (id.equals("text")) {
                places.add(Sql.of("exists (select 1 from jira_issue_value v where v.issue_id = i.id and lower(v.text_value) like ?"
                        + " escape '!')", pattern));
            }
            each.add(Sql.joined("or", places));
        }
        Sql all = Sql.joined("and", each);
        if (term.operator() == Operator.NOT_LIKE) {
            return TEXT.containsKey(id) ? all.inside("(" + TEXT.get(id) + " is not null and not ", ")") : all.inside("not ", "");
        }
        return all;
    }

    private Sql customWords(Clause.Term term, String from, List<Object> bound) throws JqlProblem {
        check(term, WORDS);
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
        String text = single(term).trim();
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

    private static JqlProblem unknown(Clause.Term term, String value) {
        return new JqlProblem("The value '" + value + "' does not exist for the field '" + term.field() + "'.");
    }

    private void check(Clause.Term term, Set<Operator> allowed) throws JqlProblem {
        if (!allowed.contains(term.operator())) {
            throw new JqlProblem("The operator '" + term.operator().text() + "' is not supported by the '" + term.field() + "' field.");
        }
        if (term.operand() instanceof Operand.Empty && term.operator() != Operator.IS && term.operator() != Operator.IS_NOT) {
            throw new JqlProblem("The operator '" + term.operator().text() + "' does not take EMPTY for the field '" + term.field() + "'.");
        }
    }

    private static boolean namesEmpty(Clause.Term term) {
        return term.operand() instanceof Operand.Several several && several.parts().stream().anyMatch(Operand.Empty.class::isInstance);
    }

    private static boolean called(Clause.Term term) {
        return term.operand() instanceof Operand.Call
                || term.operand() instanceof Operand.Several several && several.parts().stream().allMatch(Operand.Call.class::isInstance);
    }

    private String single(Clause.Term term) throws JqlProblem {
        List<String> texts = texts(term);
        if (texts.size() != 1) {
            throw new JqlProblem("The operator '" + term.operator().text() + "' of field '" + term.field() + "' takes one value.");
        }
        return texts.get(0);
    }

    private List<String> texts(Clause.Term term) throws JqlProblem {
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

    private static String fieldId(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.getOrDefault(lower, lower);
    }

    private List<FieldRow> customFields(String name) {
        Matcher number = CF.matcher(name);
        String id = number.matches() ? FieldRow.CUSTOM + number.group(1) : name;
        List<FieldRow> byId = jira.fields().byId(id).filter(FieldRow::custom).stream().toList();
        return byId.isEmpty() ? jira.fields().customNamed(name) : byId;
    }

    private Sql sortKey(String name) {
        String id = fieldId(name);
        String column = switch (id) {
            case "issuekey" -> "(select p.project_key from jira_project p where p.id = i.project_id) || '-' || "
                    + "cast(1000000000000 + i.issue_number as varchar(20))";
            case "project" -> "(select p.project_key from jira_project p where p.id = i.project_id)";
            case "summary", "description", "environment" -> "lower(" + TEXT.get(id) + ")";
            case "created", "updated", "resolutiondate" -> MOMENTS.get(id);
            case "duedate" -> "i.due_date";
            // the most urgent priority is the highest one and has the lowest id
            case "priority" -> "-cast(i.priority as bigint)";
            case "status" -> "cast(i.status as bigint)";
            case "issuetype" -> "cast(i.issue_type as bigint)";
            case "resolution" -> "cast(i.resolution as bigint)";
            case "assignee", "reporter", "creator" -> "(select lower(u.display_name) from jira_user u where u.user_key = " + PEOPLE.get(id) + ")";
            case "labels" -> "(select min(l.label) from jira_issue_label l where l.issue_id = i.id)";
            default -> null;
        };
        if (column != null) {
            return Sql.of(column);
        }
        Optional<FieldRow> field = customFields(name).stream().findFirst();
        if (field.isEmpty()) {
            problems.add("Field '" + name + "' does not exist or you do not have permission to view it.");
            return Sql.of("i.id");
        }
        return Sql.of("(select min(" + (field.get().type() == FieldType.FLOAT ? "v.number_value" : "lower(v.text_value)")
                + ") from jira_issue_value v where v.issue_id = i.id and v.field_id = ?)", field.get().id());
    }
}
