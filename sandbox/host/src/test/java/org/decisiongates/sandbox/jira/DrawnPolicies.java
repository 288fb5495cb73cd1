package org.decisiongates.sandbox.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws policies at random: gates before one phase, with rules, enforcements, conditions and terms of waivers of every kind. */
final class DrawnPolicies {

    private static final List<String> ENFORCEMENTS = List.of("enforce", "enforce", "advise", "evaluate", "off");
    private static final List<String> RULES = List.of("has-owner", "has-due-date", "has-acceptance-criteria", "has-fallback",
            "has-outcome-link", "no-open-blocking-decision", "has-comment", "separation-of-duties", "has-communication-plan",
            "all-criteria-verified", "criteria-have-evidence", "has-reopening-reason", "one-active-user", "actor-in-group-or-role",
            "field-required", "field-changed", "has-resolution-note");
    private static final Map<String, String> SETTINGS = Map.of("actor-in-group-or-role", "'groups':'approvers'", "one-active-user",
            "'field':'owner'", "has-reopening-reason", "'phases':'DRAFT'");
    private static final List<String> CONDITIONS = List.of("'kind':'field-is-set','field':'duedate'",
            "'kind':'field-is-set','field':'owner'",
            "'kind':'customer-facing'", "'kind':'actor-group','values':['approvers']", "'kind':'issue-type','values':['blocker']");

    private final Random random;

    DrawnPolicies(Random random) {
        this.random = random;
    }

    /** Rules as a workflow itself can store them; now and then one that there is not. */
    List<String> written() {
        TreeSet<String> rules = new TreeSet<>(drawn(RULES.subList(0, 9), 3));
        if (random.nextInt(3) == 0) {
            rules.add("nonsense");
        }
        return List.copyOf(rules);
    }

    /**
     * A policy, as JSON.
     *
     * @param gate the gate that workflows name; one of another key before the same phase may come beside it
     */
    String policy(String key, String gate, String phase) {
        List<String> gates = new ArrayList<>(List.of(gate(gate, phase)));
        if (random.nextInt(3) == 0) {
            gates.add(gate("beside", phase));
        }
        return json("{'format':1,'key':'" + key + "','name':'Drawn " + key + "','issueType':'decision'," + (random.nextInt(4) == 0 ? ""
                : "'waivers':{'groups':['storefront-leads'],'longestDays':30},") + "'gates':[" + String.join(",", gates) + "]}");
    }

    private String gate(String key, String phase) {
        return "{'key':'" + key + "','name':'" + key + "','phase':'" + phase + "','enforcement':'" + oneOf(ENFORCEMENTS) + "','rules':["
                + drawn(RULES, 4).stream().map(this::rule).collect(Collectors.joining(",")) + "]}";
    }

    private String rule(String name) {
        StringBuilder rule = new StringBuilder("{'rule':'" + name + "'");
        if (SETTINGS.containsKey(name)) {
            rule.append(",'settings':{").append(SETTINGS.get(name)).append('}');
        }
        if (random.nextInt(4) == 0) {
            rule.append(",'enforcement':'").append(oneOf(ENFORCEMENTS)).append('\'');
        }
        if (random.nextInt(5) == 0) {
            rule.append(",'message':'Ask <b>somebody</b> before you move this'");
        }
        if (random.nextInt(3) == 0) {
            rule.append(",'when':[{").append(oneOf(CONDITIONS)).append(random.nextInt(3) == 0 ? ",'not':true" : "").append("}]");
        }
        return rule.append('}').toString();
    }

    private TreeSet<String> drawn(List<String> all, int most) {
        return IntStream.range(0, 1 + random.nextInt(most)).mapToObj(i -> oneOf(all)).collect(Collectors.toCollection(TreeSet::new));
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }
}
