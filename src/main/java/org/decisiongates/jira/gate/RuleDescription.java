package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;

/**
 * What a rule says about itself, worded for a reader; the reply of REST and what the page of the rules shows.
 *
 * @param details what exactly counts
 * @param why     why anybody would ask for it
 * @param claim   what the rule claims, each setting as its name in curly brackets
 * @param since   the version of the app that has it first
 * @param page    the address of its description for people, below that of Jira
 */
record RuleDescription(String key, String name, String description, String details, String why, String claim, String since,
        String page, List<RuleDefinition.Need> needs, List<SettingDescription> settings, List<FindingDescription> findings,
        List<ExampleDescription> examples) {

    public RuleDescription {
        needs = List.copyOf(needs);
        settings = List.copyOf(settings);
        findings = List.copyOf(findings);
        examples = List.copyOf(examples);
    }

    /**
     * @param accepts what it accepts, in words
     * @param least   the lowest number; the fewest entries of a list; 0 for another value that may be empty
     * @param most    the highest number; the most entries of a list; the greatest length of another value
     * @param choices what a value is one of; none where it is not chosen from a fixed list
     */
    record SettingDescription(String name, String label, Setting.Type type, String initial, String accepts, int least, int most,
            List<ChoiceDescription> choices) {

        public SettingDescription {
            choices = List.copyOf(choices);
        }
    }

    /** A word that can be chosen, and what people read for it. */
    record ChoiceDescription(String value, String label) {
    }

    /**
     * What the rule may find.
     *
     * @param finding its key, the same in every language
     * @param message what people read, with a sign where something of the issue stands
     */
    record FindingDescription(String finding, String message, String remedy) {
    }

    /**
     * An issue, and what the rule says of it.
     *
     * @param title    what is so of the issue; in English
     * @param settings settings that are not the initial ones
     * @param finding  key of what the rule finds
     */
    record ExampleDescription(String title, Map<String, String> settings, RuleResult.Status result, Optional<String> finding) {
    }
}
