package org.decisiongates.sandbox.jira;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.decisiongates.sandbox.jira.model.IssueRow;

/**
 * A rule before a transition or a creation, an issue, and what the rule has to say of it. What rules are asked of is written down here a
 * second time, by hand: nothing of the app is on the class path of this test.
 */
final class RuleCase {

    /** What follows for the transition. */
    enum Result {
        PASSED, NOT_APPLICABLE, FAILED;

        boolean letsThrough() {
            return this != FAILED;
        }
    }

    /**
     * What a rule says.
     *
     * @param findings the last parts of the keys of its findings
     */
    record Answer(Result result, List<String> findings) {
    }

    /** A row that is recorded of the issue. */
    record Row(String kind, String json) {
    }

    final String rule;
    final String value;
    final Map<String, String> settings = new LinkedHashMap<>();
    /** What its fields hold before, by the names of {@link RuleKit#id}. */
    final Map<String, String> fields = new LinkedHashMap<>();
    /** What the transition sets. */
    final Map<String, String> supplied = new LinkedHashMap<>();
    final List<Row> rows = new ArrayList<>();
    /** What else is done to the issue before: nothing of it can be done to one that is being created. */
    final List<Consumer<IssueRow>> done = new ArrayList<>();
    String comment = "";
    /** Who alone acts; empty text where it does not matter. */
    String actor = "";
    Answer answer;
    private Answer created;

    private RuleCase(String rule, String value, Answer answer) {
        this.rule = rule;
        this.value = value;
        this.answer = answer;
    }

    /** @param value which kind of value it is: absent, white space, placeholder, valid, supplied and so on */
    static RuleCase fails(String rule, String value, String... findings) {
        return new RuleCase(rule, value, new Answer(Result.FAILED, Arrays.asList(findings)));
    }

    static RuleCase passes(String rule, String value) {
        return new RuleCase(rule, value, new Answer(Result.PASSED, List.of()));
    }

    static RuleCase saysNothing(String rule, String value) {
        return new RuleCase(rule, value, new Answer(Result.NOT_APPLICABLE, List.of()));
    }

    RuleCase set(String... namesAndValues) {
        put(settings, namesAndValues);
        return this;
    }

    RuleCase holding(String... namesAndValues) {
        put(fields, namesAndValues);
        return this;
    }

    RuleCase supplying(String... namesAndValues) {
        put(supplied, namesAndValues);
        return this;
    }

    RuleCase recording(String kind, String json) {
        rows.add(new Row(kind, json));
        return this;
    }

    RuleCase after(Consumer<IssueRow> doing) {
        done.add(doing);
        return this;
    }

    RuleCase commenting(String text) {
        comment = text;
        return this;
    }

    RuleCase by(String user) {
        actor = user;
        return this;
    }

    /** Where an issue is made with these values, it passes. */
    RuleCase passesAtCreation() {
        created = new Answer(Result.PASSED, List.of());
        return this;
    }

    /** Where an issue is made with these values, it fails. */
    RuleCase failsAtCreation(String... findings) {
        created = new Answer(Result.FAILED, Arrays.asList(findings));
        return this;
    }

    /** Whether an issue can be made so: it has no record, no links and no past yet, and nobody comments on it. */
    boolean canBeCreated() {
        return rows.isEmpty() && done.isEmpty() && comment.isEmpty();
    }

    /** Everything that is typed into the form of a new issue. */
    Map<String, String> filled() {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putAll(supplied);
        return all;
    }

    /** What the rule says of an issue that is made so. */
    Answer atCreation() {
        return created == null ? answer : created;
    }

    @Override
    public String toString() {
        return rule + " (" + value + ")";
    }

    private static void put(Map<String, String> map, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
    }
}
