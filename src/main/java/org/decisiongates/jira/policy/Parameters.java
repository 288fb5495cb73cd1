package org.decisiongates.jira.policy;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Several inputs of a form in one, written as a query is: servlet containers take a limited number of them. */
final class Parameters {

    private Parameters() {
    }

    static String write(Map<String, String[]> values) {
        StringJoiner text = new StringJoiner("&");
        values.forEach((name, several) -> {
            for (String value : several) {
                text.add(encoded(name) + "=" + encoded(value));
            }
        });
        return text.toString();
    }

    /** What cannot be read is left out. */
    static Map<String, String[]> read(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int end = pair.indexOf('=');
            if (end > 0) {
                try {
                    String value = URLDecoder.decode(pair.substring(end + 1), StandardCharsets.UTF_8);
                    values.computeIfAbsent(URLDecoder.decode(pair.substring(0, end), StandardCharsets.UTF_8), name -> new ArrayList<>())
                            .add(value);
                } catch (IllegalArgumentException e) {
                    // a percent sign that nobody encoded: the page did not write this
                }
            }
        }
        Map<String, String[]> read = new LinkedHashMap<>();
        values.forEach((name, several) -> read.put(name, several.toArray(String[]::new)));
        return read;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
