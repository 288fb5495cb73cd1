package org.decisiongates.sandbox.confluence.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.decisiongates.sandbox.confluence.macro.MacroDescription;

/**
 * A macro in the macro browser.
 *
 * @param json the whole description, from which the browser builds the form
 */
public record MacroCard(MacroDescription macro, String json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What stands in for a picture. */
    public String initial() {
        return macro.name().substring(0, 1);
    }

    static MacroCard of(MacroDescription macro) {
        try {
            return new MacroCard(macro, JSON.writeValueAsString(macro));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
