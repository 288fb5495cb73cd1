package org.decisiongates.confluence.macro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds macros of this app in a page as it is stored. The product writes such bodies itself, as XML of one form; what looks otherwise is
 * left out and then asked for on its own.
 */
public final class StoredMacros {

    private static final int MAX = 50;
    private static final String START = "<ac:structured-macro ";
    private static final String END = "</ac:structured-macro>";
    private static final Pattern PARAMETER = Pattern.compile("<ac:parameter ac:name=\"([a-z]{1,20})\">([^<]*)</ac:parameter>");
    private static final Map<String, String> ENTITIES = Map.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&apos;", "'", "&#39;", "'",
            "&nbsp;", "\u00a0");

    private StoredMacros() {
    }

    /**
     * The parameters of each macro of that name, in the order of the page, at most fifty.
     *
     * @param name in the storage format, letters and hyphens
     */
    public static List<Map<String, String>> parameters(String body, String name) {
        String named = " ac:name=\"" + name + "\"";
        List<Map<String, String>> found = new ArrayList<>();
        int at = body.indexOf(START);
        while (at >= 0 && found.size() < MAX) {
            int head = body.indexOf('>', at);
            if (head < 0) {
                break;
            }
            if (body.substring(at, head).replaceAll("\\s", " ").contains(named)) {
                int end = body.charAt(head - 1) == '/' ? head : body.indexOf(END, head);
                found.add(read(body.substring(head, end < 0 ? head : end)));
            }
            at = body.indexOf(START, head);
        }
        return found;
    }

    private static Map<String, String> read(String inside) {
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(inside);
        while (parameter.find()) {
            parameters.put(parameter.group(1), text(parameter.group(2)));
        }
        return parameters;
    }

    private static String text(String stored) {
        String text = stored;
        for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
            text = text.replace(entity.getKey(), entity.getValue());
        }
        return text.replace("&amp;", "&");
    }
}
