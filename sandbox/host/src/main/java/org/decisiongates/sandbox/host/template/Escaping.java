package org.decisiongates.sandbox.host.template;

import org.apache.velocity.app.event.ReferenceInsertionEventHandler;

/** Escapes every reference that does not say it is HTML, by its name's end or by its getter's annotation. */
public final class Escaping implements ReferenceInsertionEventHandler {

    @Override
    public Object referenceInsert(String reference, Object value) {
        if (value == null || value instanceof SafeHtml || saysHtml(reference)) {
            return value;
        }
        return html(value.toString());
    }

    /** Text as HTML, fit for content and for quoted attributes. */
    public static String html(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean saysHtml(String reference) {
        String name = reference;
        if (name.endsWith("}")) {
            name = name.substring(0, name.length() - 1);
        }
        if (name.endsWith(")")) {
            int depth = 0;
            int i = name.length() - 1;
            for (; i >= 0; i--) {
                depth += name.charAt(i) == ')' ? 1 : name.charAt(i) == '(' ? -1 : 0;
                if (depth == 0) {
                    break;
                }
            }
            name = name.substring(0, Math.max(i, 0));
        }
        return name.endsWith("Html");
    }
}
