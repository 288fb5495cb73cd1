package com.atlassian.confluence.macro;

import java.util.Map;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;

public interface Macro {
    String execute(Map<String, String> parameters, String body, ConversionContext context) throws MacroExecutionException;
    Macro.BodyType getBodyType();
    Macro.OutputType getOutputType();

    enum BodyType {
        NONE, PLAIN_TEXT, RICH_TEXT
    }

    enum OutputType {
        BLOCK, INLINE
    }
}
