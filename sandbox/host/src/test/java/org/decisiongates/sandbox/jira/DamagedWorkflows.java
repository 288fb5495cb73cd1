package org.decisiongates.sandbox.jira;

import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody can make of a gate who edits the XML of its workflow by hand. */
final class DamagedWorkflows {

    /** As much as the sandbox stores of a workflow. */
    private static final String STORABLE = "x".repeat(900_000);

    private DamagedWorkflows() {
    }

    /** By what was done to the good one. */
    static Map<String, String> of(String good) {
        String rules = good.replaceAll("(?s).*(<arg name=\"gate.rules\">[^<]*</arg>).*", "$1");
        String validator = "org.decisiongates.jira.gate.GateValidator";
        Map<String, String> nonsense = new LinkedHashMap<>();
        nonsense.put("an unknown rule", good.replace(rules, arg("gate.rules", "has-owner,has-luck")));
        nonsense.put("a duplicate rule", good.replace(rules, arg("gate.rules", "has-owner,has-owner")));
        nonsense.put("no rules at all", good.replace(rules, ""));
        nonsense.put("an empty list", good.replace(rules, arg("gate.rules", "")));
        nonsense.put("only commas", good.replace(rules, arg("gate.rules", ",,")));
        nonsense.put("rules in capitals", good.replace(rules, arg("gate.rules", "HAS-OWNER")));
        nonsense.put("a megabyte of rules", good.replace(rules, arg("gate.rules", STORABLE)));
        nonsense.put("a megabyte of commas", good.replace(rules, arg("gate.rules", ",".repeat(STORABLE.length()))));
        nonsense.put("a megabyte of message", good.replace(rules, rules + arg("has-owner.message", STORABLE)));
        nonsense.put("a number in words", good.replace(">28<", ">four weeks<"));
        nonsense.put("a number too big", good.replace(">28<", ">99999999999999999999<"));
        nonsense.put("a number below nothing", good.replace(">28<", ">-1<"));
        nonsense.put("no number", good.replace(">28<", "><"));
        nonsense.put("a field that never was", good.replace(">assignee<", ">customfield_99999<"));
        nonsense.put("a field of another kind", good.replace(">assignee<", ">summary<"));
        nonsense.put("a date that is text", good.replace(">duedate<", ">summary<"));
        nonsense.put("a setting nobody knows", good.replace(rules, rules + arg("has-owner.luck", "7")));
        nonsense.put("a variable of the engine", good.replace(rules, arg("gate.rules", "${issue}")));
        nonsense.put("an unknown class", good.replace(validator, "org.decisiongates.jira.gate.NoSuchValidator"));
        nonsense.put("a class that is no validator", good.replace(validator, "java.lang.String"));
        nonsense.put("an empty class", good.replace(">" + validator + "<", "><"));
        nonsense.put("a module nobody brings",
                good.replaceAll("(<arg name=\"full.module.key\">)[^<]*gate-validator(</arg>)", "$1nobody.gate$2"));
        nonsense.put("half of it", good.substring(0, good.length() / 2));
        nonsense.put("not XML", "nonsense");
        nonsense.put("nothing", "");
        nonsense.put("a document type from elsewhere",
                "<?xml version=\"1.0\"?><!DOCTYPE workflow [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><workflow>&x;</workflow>");
        return nonsense;
    }

    private static String arg(String name, String value) {
        return "<arg name=\"" + name + "\">" + value + "</arg>";
    }
}
