package org.decisiongates.json;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.json.JsonMapper;

/** Changes strings of a JSON text, and names of members, and leaves everything else as it is. */
public final class JsonStrings {

    private static final JsonMapper JSON = Json.mapper(StreamReadConstraints.defaults()).build();

    private JsonStrings() {
    }

    /** What becomes of a string. */
    public interface Change {

        /**
         * @param path names of the members that hold the string, the outermost first; of a name, those that hold its object
         */
        String of(List<String> path, String text, boolean isName);
    }

    /**
     * A name that its object has already, because another was changed into it, gets a number. Throws {@link IllegalArgumentException} for
     * what is no JSON.
     */
    public static String changed(String json, Change change) {
        StringWriter changed = new StringWriter(json.length());
        Deque<Set<String>> names = new ArrayDeque<>();
        try (JsonParser parser = JSON.createParser(json); JsonGenerator out = JSON.createGenerator(changed)) {
            while (parser.nextToken() != null) {
                TokenStreamContext place = parser.streamReadContext();
                if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
                    out.writeName(unused(change.of(path(place.getParent()), parser.currentName(), true), names.element()));
                } else if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    out.writeString(change.of(path(place), parser.getString(), false));
                } else {
                    out.copyCurrentEventExact(parser);
                    if (parser.currentToken() == JsonToken.START_OBJECT) {
                        names.push(new HashSet<>());
                    } else if (parser.currentToken() == JsonToken.END_OBJECT) {
                        names.pop();
                    }
                }
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
        return changed.toString();
    }

    private static String unused(String name, Set<String> used) {
        String unused = name;
        for (int number = 2; !used.add(unused); number++) {
            unused = name + " " + number;
        }
        return unused;
    }

    private static List<String> path(TokenStreamContext place) {
        LinkedList<String> path = new LinkedList<>();
        for (TokenStreamContext context = place; context != null; context = context.getParent()) {
            if (context.currentName() != null) {
                path.addFirst(context.currentName());
            }
        }
        return path;
    }
}
