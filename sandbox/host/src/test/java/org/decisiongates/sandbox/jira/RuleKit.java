package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.IssueTypeScreenSchemeRow;
import org.decisiongates.sandbox.jira.model.Operation;
import org.decisiongates.sandbox.jira.model.ScreenRow;
import org.decisiongates.sandbox.jira.model.Users;

/**
 * What rules are tried in: a project in which one transition, which leads back to where it began, names a gate of a policy, and one in
 * which the creation of a Decision does; fields of every kind on the screens of both; people of every kind.
 */
final class RuleKit {

    static final String PROJECT = "KIT";
    /** The project in which the creation is gated. */
    static final String CREATING = "KITNEW";
    static final String POLICY = "kit";
    static final String GATE = "every-rule";
    static final int TRY = 211;
    static final int CREATE = 1;
    /** Whoever is called this has written a page that would be run. */
    static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&amp;";

    private static final String DECISION = "Decision";

    private final WiredJira wired;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> options = new LinkedHashMap<>();

    private RuleKit(WiredJira wired) {
        this.wired = wired;
    }

    static RuleKit install(WiredJira wired) throws Exception {
        RuleKit kit = new RuleKit(wired);
        kit.people();
        long role = wired.jira.roles().create("Approvers").id();
        kit.options.put("Approvers", String.valueOf(role));
        kit.fields();
        ScreenRow screen = kit.screen();
        for (String project : List.of(PROJECT, CREATING)) {
            wired.open(project);
            wired.jira.roles().grant(role, wired.id(project), "approvers");
            kit.show(screen, project);
        }
        kit.workflows(screen);
        return kit;
    }

    /** The id of a field that the table calls by this name. */
    String id(String name) {
        return ids.getOrDefault(name, name);
    }

    /** A value of the table as Jira has it: options have ids. */
    String value(String typed) {
        return options.getOrDefault(typed, typed);
    }

    private void people() {
        for (String name : List.of("second", "gone", "hostile")) {
            wired.jira.users().create(name, name.equals("hostile") ? HOSTILE : name, name + "@example.com", name);
            wired.jira.users().join(name, Users.LICENSED);
        }
        for (String name : List.of("second", "admin")) {
            wired.jira.users().join(name, "storefront-leads");
        }
        wired.jira.users().join("lead", "approvers");
        wired.jira.users().setActive("gone", false);
    }

    private void fields() {
        ids.putAll(Map.of("owner", wired.field("Owner"), "acceptance-criteria", wired.field("Acceptance criteria"), "fallback",
                wired.field("Fallback plan"), "trade-offs", wired.field("Trade-offs"), "customer-facing", wired.field("Customer-facing")));
        ids.putAll(
                Map.of("outcome", wired.field("Outcome"), "reason", wired.field("Reason"), "superseded-by", wired.field("Superseded by")));
        for (Map.Entry<String, FieldType> field : Map.of("text", FieldType.TEXTAREA, "person", FieldType.USERPICKER, "people",
                FieldType.MULTIUSERPICKER, "day", FieldType.DATEPICKER, "number", FieldType.FLOAT, "limit", FieldType.FLOAT, "option",
                FieldType.SELECT).entrySet()) {
            ids.put(field.getKey(), wired.jira.fields().create("Kit " + field.getKey(), "", field.getValue(), null).id());
        }
        for (String option : List.of("red", HOSTILE)) {
            options.put(option, String.valueOf(wired.jira.fields().addOption(ids.get("option"), option).id()));
        }
        options.put("Yes", String.valueOf(wired.jira.fields().options(ids.get("customer-facing")).get(0).id()));
    }

    /** One screen with everything on it, for the transition and for new issues. */
    private ScreenRow screen() {
        ScreenRow screen = wired.jira.screens().create("Kit", "");
        List<String> shown = new ArrayList<>(List.of("summary", "description", "duedate", "priority", "assignee"));
        shown.addAll(ids.values());
        wired.jira.screens().setFields(wired.jira.screens().addTab(screen.id(), "All").id(), shown);
        return wired.jira.screens().byId(screen.id()).orElseThrow();
    }

    private void show(ScreenRow screen, String project) {
        long scheme = wired.jira.screens().createScheme("Kit of " + project, "").id();
        wired.jira.screens().setScreen(scheme, Operation.DEFAULT, screen.id());
        IssueTypeScreenSchemeRow types = wired.jira.screens()
                .typeScheme(wired.jira.projects().byKey(project).orElseThrow().issueTypeScreenSchemeId()).orElseThrow();
        wired.jira.screens().setScreenScheme(types.id(), wired.type(DECISION), scheme);
    }

    /** The shipped workflow: once with one transition more that leads back to draft, once with a gate before the creation. */
    private void workflows(ScreenRow screen) {
        String decision = wired.type(DECISION);
        String shipped = wired.jira.workflows().nameFor(wired.jira.projects().byKey(PROJECT).orElseThrow(), decision);
        String xml = wired.jira.workflows().byName(shipped, false).orElseThrow().xml();
        String review = xml.replaceAll("(?s).*(<action id=\"11\".*?</action>).*", "$1");
        String again = review.replace("id=\"11\"", "id=\"" + TRY + "\"").replace("Send for review", "Try")
                .replaceAll("(jira.fieldscreen.id\">)[^<]*", "$1" + screen.id())
                .replaceAll("(gate.key\">)[^<]*", "$1" + GATE).replaceAll("(gate.policy\">)[^<]*", "$1" + POLICY)
                .replaceAll("(<unconditional-result[^>]*) step=\"2\"", "$1 step=\"1\"").replace("status=\"In review\"", "status=\"Draft\"");
        wired.jira.workflows().create("admin", PROJECT, "", xml.replace(review, review + again));
        wired.jira.workflows().create("admin", CREATING, "", xml);
        policy(1, "has-owner", Map.of());
        wired.jira.workflows().addValidator("admin", CREATING, false, CREATE, BuiltPlugin.KEY + ":gate-validator",
                Map.of("gate.policy", new String[] {POLICY + "/" + GATE}));
        for (String project : List.of(PROJECT, CREATING)) {
            wired.jira.projects().useWorkflowScheme(wired.id(project),
                    wired.jira.workflows().createScheme(project, "", shipped, Map.of(decision, project)).id());
        }
    }

    /** Puts a version of the policy into force that asks for this rule alone, and for an approval of what customers notice. */
    void policy(int version, String rule, Map<String, String> settings) {
        String json = settings.entrySet().stream().map(one -> "\"" + one.getKey() + "\":\"" + setting(one.getValue()) + "\"")
                .collect(Collectors.joining(","));
        String policy = "{\"format\":1,\"key\":\"" + POLICY
                + "\",\"name\":\"Kit\",\"issueType\":\"decision\",\"approvals\":{\"requirements\":[{"
                + "\"key\":\"legal\",\"name\":\"Legal\",\"people\":[\"second\"],\"sections\":[\"scope\"],"
                + "\"when\":[{\"kind\":\"customer-facing\"}]}]},\"gates\":[{\"key\":\"" + GATE
                + "\",\"name\":\"Every rule\",\"enforcement\":\"enforce\",\"rules\":[{\"rule\":\"" + rule + "\",\"settings\":{" + json
                + "}}]}]}";
        assertStatus(policy, 200, wired.call("admin", "PUT", "/rest/decision-gates/1.0/policies/" + POLICY + "?basedOn=" + (version - 1)
                + "&why=next", WiredJira.JSON, policy));
    }

    /** A setting holds the name of a field, or one entry a line. */
    private String setting(String value) {
        return value.lines().map(entry -> value(id(entry))).collect(Collectors.joining("\\n"));
    }

    /** An issue that no gate was asked about. */
    IssueRow issue(RuleCase one) throws Exception {
        IssueRow issue = wired.create(PROJECT, DECISION, input(one.fields).set("summary", "Tries every rule"));
        for (RuleCase.Row row : one.rows) {
            assertStatus(one.toString(), 201, wired.post("lead", "/rest/decision-gates/1.0/issue/" + issue.key() + "/records/" + row.kind(),
                    "{" + row.json() + "}"));
        }
        one.done.forEach(doing -> doing.accept(issue));
        return wired.jira.issues().byId(issue.id()).orElseThrow();
    }

    /** Takes back what a transition has set. */
    void restore(RuleCase one, IssueRow issue) {
        IssueInput input = input(one.fields).offScreen(IssueInput.OffScreen.ACCEPTED);
        one.supplied.keySet().stream().filter(name -> !one.fields.containsKey(name)).forEach(name -> input.set(id(name), List.of()));
        if (!one.supplied.isEmpty() && !wired.jira.issues().update("lead", issue.id(), input).done()) {
            throw new IllegalStateException(one + ": " + issue.key() + " is not as it was");
        }
    }

    /** The newest entry of the journal: policy, gate and verdict, and behind a line what each rule said. */
    String lastGate() {
        return wired.box.box().jdbc()
                .sql("select \"POLICY_KEY\", \"POLICY_VERSION\", \"GATE_KEY\", \"VERDICT\", \"RULE_RESULTS\" from \""
                        + wired.table("GATE_EVENT")
                        + "\" order by \"ID\" desc limit 1")
                .query((row, number) -> row.getString(1) + " " + row.getInt(2) + " " + row.getString(3) + " " + row.getString(4) + "|"
                        + row.getString(5))
                .single();
    }

    /** The values of the table as somebody types or sends them. */
    IssueInput input(Map<String, String> typed) {
        IssueInput input = new IssueInput();
        typed.forEach((name, value) -> input.set(id(name), name.equals("people") ? List.of(value.split(", ")) : List.of(value(value))));
        return input;
    }

    /** The same as the fields of a call of Jira's REST. */
    Map<String, Object> json(Map<String, String> typed) {
        Map<String, Object> json = new LinkedHashMap<>();
        typed.forEach((name, value) -> json.put(id(name), switch (wired.jira.fields().byId(id(name)).orElseThrow().type()) {
            case USERPICKER -> Map.of("name", value);
            case MULTIUSERPICKER -> Stream.of(value.split(", ")).map(one -> Map.of("name", one)).toList();
            case SELECT, RADIOBUTTONS, PRIORITY -> Map.of("id", value(value));
            case FLOAT -> new BigDecimal(value);
            default -> value;
        }));
        return json;
    }
}
