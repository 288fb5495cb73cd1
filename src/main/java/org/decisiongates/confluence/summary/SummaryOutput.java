package org.decisiongates.confluence.summary;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;

/** What a page is being turned into, as far as the summary looks different in it. */
enum SummaryOutput {
    /** A page in a browser, or its preview in the editor. */
    PAGE,
    /** A document or a message: nothing in it can be clicked to mend anything, and no style sheet comes along. */
    DOCUMENT,
    /** One of two renderings that are compared: nothing in it may depend on the time. */
    COMPARISON;

    static SummaryOutput of(ConversionContext context) {
        String type = context == null ? null : context.getOutputType();
        if (type == null || ConversionContextOutputType.DISPLAY.value().equals(type) || ConversionContextOutputType.PREVIEW.value().equals(type)) {
            return PAGE;
        }
        return ConversionContextOutputType.DIFF.value().equals(type) ? COMPARISON : DOCUMENT;
    }

    boolean isPage() {
        return this == PAGE;
    }

    boolean isRepeatable() {
        return this == COMPARISON;
    }
}
