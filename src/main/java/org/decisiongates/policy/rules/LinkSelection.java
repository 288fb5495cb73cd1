package org.decisiongates.policy.rules;

import java.util.List;

import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.Settings;

/**
 * Which links of an issue a rule is about.
 *
 * @param types     the host's ids of their types; none for all
 * @param direction {@code inward}, {@code outward} or {@code either}
 */
record LinkSelection(List<String> types, String direction) {

    private static final String TYPES = "link-types";
    private static final String DIRECTION = "direction";
    private static final String EITHER = "either";
    private static final String OUTWARD = "outward";
    private static final int MAX_TYPES = 50;

    LinkSelection {
        types = List.copyOf(types);
    }

    static LinkSelection of(Settings settings) {
        return new LinkSelection(settings.list(TYPES), settings.text(DIRECTION));
    }

    /** The settings of a rule that has no others. */
    static List<Setting> settings() {
        return List.of(typesSetting(), directionSetting());
    }

    static Setting typesSetting() {
        return Setting.list(TYPES, Setting.Type.LINK_TYPES, 0, MAX_TYPES);
    }

    /** Initially both directions. */
    static Setting directionSetting() {
        return Setting.choice(DIRECTION, EITHER, "inward", OUTWARD);
    }

    boolean isOfAnyType() {
        return types.isEmpty();
    }

    boolean includes(LinkedIssue other) {
        return (isOfAnyType() || types.contains(other.link().type()))
                && (direction.equals(EITHER) || direction.equals(OUTWARD) == other.link().isOutward());
    }

    /**
     * Whether one of these links is there and leads to something that is no decision. Where types were chosen, each link of them does; else
     * one to anything but a Decision or a Blocker.
     */
    boolean leadBeyondDecisions(IssueView issue) {
        return issue.links().stream().anyMatch(other -> includes(other) && (!isOfAnyType() || !other.isDecisionOrBlocker()));
    }

    /** How many issues are linked, in whatever way, that are neither a Decision nor a Blocker. */
    static int linkedBeyondDecisions(IssueView issue) {
        return LinkedIssue.distinct(issue.links().stream().filter(other -> !other.isDecisionOrBlocker()).toList()).size();
    }
}
