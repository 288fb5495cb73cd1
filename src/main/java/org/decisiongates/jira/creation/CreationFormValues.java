package org.decisiongates.jira.creation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.decisiongates.text.Abbreviation;

/** What was typed, by input. */
public record CreationFormValues(Map<CreationInput, String> typed) {

    private static final int MAX_EXCERPT = 40;

    public CreationFormValues {
        typed = Map.copyOf(typed);
    }

    /** Without white space around it; empty text for what was not typed. */
    public String text(CreationInput input) {
        return typed.getOrDefault(input, "").strip();
    }

    /** What it begins with, as an error names it. */
    public String excerpt(CreationInput input) {
        return Abbreviation.ofCharacters(text(input), MAX_EXCERPT);
    }

    public boolean has(CreationInput input) {
        return !text(input).isEmpty();
    }

    /** The same with another text of one input. */
    public CreationFormValues with(CreationInput input, String text) {
        Map<CreationInput, String> more = new HashMap<>(typed);
        more.put(input, text);
        return new CreationFormValues(more);
    }

    /**
     * The same with what is right of it.
     *
     * @param wrong  what is left out
     * @param needed what cannot be left out
     * @param text   what stands for that one where it is wrong
     */
    public CreationFormValues without(Set<? extends CreationInput> wrong, CreationInput needed, String text) {
        Map<CreationInput, String> right = new HashMap<>(typed);
        right.keySet().removeAll(wrong);
        right.putIfAbsent(needed, text);
        return new CreationFormValues(right);
    }
}
