package org.decisiongates.confluence.macro;

import java.util.Optional;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.atlassian.confluence.core.ContentEntityObject;

import org.decisiongates.page.Surface;

/** In what kind of output a macro stands, and on which page. */
public final class MacroSurface {

    private MacroSurface() {
    }

    /** @param context null for none */
    public static Surface of(ConversionContext context) {
        String type = context == null ? null : context.getOutputType();
        if (isOnAPhone(context)) {
            return Surface.DOCUMENT;
        }
        if (type == null || ConversionContextOutputType.DISPLAY.value().equals(type)
                || ConversionContextOutputType.PREVIEW.value().equals(type)) {
            return Surface.PAGE;
        }
        return ConversionContextOutputType.DIFF.value().equals(type) ? Surface.COMPARISON : Surface.DOCUMENT;
    }

    /** The page, where it is read in a browser. */
    public static Optional<ContentEntityObject> shownPage(ConversionContext context) {
        return context == null || isOnAPhone(context) || !ConversionContextOutputType.DISPLAY.value().equals(context.getOutputType())
                ? Optional.empty()
                : Optional.ofNullable(context.getEntity());
    }

    /** Mobile pages load no style sheets of apps. */
    private static boolean isOnAPhone(ConversionContext context) {
        return context != null && "mobile".equals(context.getOutputDeviceType());
    }
}
