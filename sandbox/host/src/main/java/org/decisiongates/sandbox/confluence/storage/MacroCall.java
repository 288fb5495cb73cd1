package org.decisiongates.sandbox.confluence.storage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A macro as a page calls it.
 *
 * @param name       name in the page's storage format
 * @param parameters parameters by name; the unnamed one has an empty name; a resource identifier is given as text
 * @param plainBody  the plain-text body as typed
 * @param richBody   renders the rich-text body to HTML
 */
public record MacroCall(String name, Map<String, String> parameters, Optional<String> plainBody, Optional<Supplier<String>> richBody) {

    public MacroCall {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The parameter's value, or an empty text when the page does not set it. */
    public String parameter(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    /** The body as HTML, whichever kind it is. */
    public String bodyHtml() {
        return richBody.map(Supplier::get).or(() -> plainBody.map(Html::escape)).orElse("");
    }
}
