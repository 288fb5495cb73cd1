package org.decisiongates.sandbox.host;

/** The scripts and styles the current request asked for. */
public final class WebResources {

    public void require(String completeKey) {
        throw new UnsupportedOperationException();
    }

    /** Everything plugins attached to this context. */
    public void requireContext(String context) {
        throw new UnsupportedOperationException();
    }

    /** {@code link} and {@code script} elements for everything required so far on this request, dependencies first. */
    public String tags() {
        throw new UnsupportedOperationException();
    }

    /** Declares a web-resource of the host: what requiring it loads, as paths below the context path (none: already on every page). */
    public void declare(String completeKey, String... paths) {
        throw new UnsupportedOperationException();
    }
}
