package org.decisiongates.jira.blocker;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Blocker as it was typed: text of each input, without white space around it. */
record BlockerDraft(Map<BlockerInput, String> typed) {

    static final String YES = "yes";
    static final String NO = "no";

    BlockerDraft {
        typed = Map.copyOf(typed);
    }

    /** Empty text for what was not typed. */
    String text(BlockerInput input) {
        return typed.getOrDefault(input, "").strip();
    }

    boolean isCustomerFacing() {
        return text(BlockerInput.CUSTOMER_FACING).equals(YES);
    }

    /** The same with what is right of it: something for the summary, which Jira asks for, and nothing for other inputs that are wrong. */
    BlockerDraft without(Set<BlockerInput> wrong, String summary) {
        Map<BlockerInput, String> right = new EnumMap<>(BlockerInput.class);
        right.putAll(typed);
        right.keySet().removeAll(wrong);
        right.putIfAbsent(BlockerInput.SUMMARY, summary);
        return new BlockerDraft(right);
    }

    /** The due date; empty where none was typed, or something that is no day. */
    Optional<LocalDate> due() {
        try {
            return Optional.of(LocalDate.parse(text(BlockerInput.DUE)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The fallback plan, with the line that says when it is invoked, as the rule about fallbacks reads it.
     *
     * @param invokeWhen what that line begins with
     */
    String plan(String invokeWhen) {
        String plan = text(BlockerInput.FALLBACK);
        String trigger = text(BlockerInput.TRIGGER);
        return trigger.isEmpty() ? plan : (plan + "\n" + invokeWhen + ": " + trigger).strip();
    }
}
