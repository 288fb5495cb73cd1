package org.decisiongates.sandbox.host;

import java.util.Map;

/**
 * One link a plugin adds to a page. Texts are plain (not yet escaped); the URL is ready to use as an attribute value once escaped.
 *
 * @param id the link's id, for tests and scripts; empty if it has none
 */
public record WebItem(String completeKey, String section, String label, String url, String id, String styleClass,
        String tooltip, int weight, Map<String, String> params) {
}
