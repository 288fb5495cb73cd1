package org.decisiongates.sandbox.host;

import java.util.List;
import java.util.Map;

/** What plugins add to the product's pages: links, groups of links, panels. Conditions decide at every call. */
public final class Fragments {

    /** Links of a section (for nested sections {@code location/key}), by weight. */
    public List<WebItem> items(String section, Map<String, Object> context) {
        throw new UnsupportedOperationException();
    }

    public List<WebSection> sections(String location, Map<String, Object> context) {
        throw new UnsupportedOperationException();
    }

    /** Panels of a location, rendered. A panel that fails shows an error text in its place and is logged. */
    public List<WebPanel> panels(String location, Map<String, Object> context) {
        throw new UnsupportedOperationException();
    }
}
