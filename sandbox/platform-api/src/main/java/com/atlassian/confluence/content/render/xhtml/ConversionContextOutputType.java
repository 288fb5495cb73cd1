package com.atlassian.confluence.content.render.xhtml;

import java.util.Locale;

public enum ConversionContextOutputType {
    DIFF, DISPLAY, EMAIL, FEED, HTML_EXPORT, PDF, PREVIEW, WORD;

    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
