package org.decisiongates.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.util.TokenBuffer;

/**
 * A document of one object, one list of which is too long to be in memory: its elements are read one by one, and the rest as the record
 * that {@link JsonDocument} reads, with that list empty. Members may be in any order.
 *
 * @param <H> the record of the document
 * @param <E> the record of an element of the list
 */
public final class StreamedJsonDocument<H, E> {

    private final JsonDocument<H> document;
    private final String list;
    private final Class<E> element;
    private final int longest;

    /**
     * @param document its bounds hold for the whole, but for its length
     * @param list     name of the list
     * @param longest  bytes of an element, and of any other member
     */
    public StreamedJsonDocument(JsonDocument<H> document, String list, Class<E> element, int longest) {
        this.document = document;
        this.list = list;
        this.element = element;
        this.longest = longest;
    }

    /** Where a document is read from, as often as it is needed. */
    public interface Source {

        /** The document from its beginning. */
        InputStream open() throws IOException;
    }

    /**
     * Takes the elements in their order.
     *
     * @param <X> what ends the reading
     */
    public interface ElementConsumer<E, X extends Exception> {

        /** @param number from 0 */
        void accept(E element, int number) throws X;
    }

    /** The document without the elements of the list, each of which was given to {@code each} before. */
    public <X extends Exception> H read(Source source, ElementConsumer<E, X> each) throws UnreadableJsonException, IOException, X {
        try (SizeLimitedStream in = new SizeLimitedStream(source.open()); JsonParser json = document.parser(in)) {
            Reading<X> reading = new Reading<>(json, in, each);
            try {
                return document.value(reading.withoutElements(), at -> lineOf(source, at));
            } catch (JacksonException e) {
                if (in.isExceeded()) {
                    throw new UnreadableJsonException(reading.place + " takes more than " + longest + " bytes", e,
                            json.currentLocation().getLineNr());
                }
                in.rethrow();
                throw document.unreadable(e, json, reading.place, at -> lineOf(source, at));
            }
        }
    }

    /** A number that is a member of the object, whatever else it holds; empty where none can be read. */
    public OptionalInt number(Source source, String member) throws IOException {
        try (InputStream in = source.open(); JsonParser json = document.parser(in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isIt = json.currentName().equals(member);
                if (json.nextToken() == JsonToken.VALUE_NUMBER_INT && isIt) {
                    return OptionalInt.of(json.getIntValue());
                }
                json.skipChildren();
            }
        } catch (JacksonException e) {
            // whoever reads all of it says what is wrong
        }
        return OptionalInt.empty();
    }

    /** The lines, from 1, at which members stand, by the ways to them; of what encloses a member where that is not there. */
    public Map<String, Integer> linesOf(Source source, Collection<String> places) throws IOException {
        try (InputStream in = source.open(); JsonParser json = document.parser(in)) {
            return JsonDocument.linesOf(json, places);
        }
    }

    private int lineOf(Source source, String place) {
        try {
            return linesOf(source, List.of(place)).get(place);
        } catch (IOException e) {
            return 1;
        }
    }

    /** One reading: how far it is. */
    private final class Reading<X extends Exception> {

        private final JsonParser json;
        private final SizeLimitedStream in;
        private final ElementConsumer<E, X> each;
        private String place = "";

        Reading(JsonParser json, SizeLimitedStream in, ElementConsumer<E, X> each) {
            this.json = json;
            this.in = in;
            this.each = each;
        }

        TokenBuffer withoutElements() throws UnreadableJsonException, X {
            TokenBuffer rest = TokenBuffer.forGeneration();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableJsonException(document.name() + " is not a JSON object");
            }
            rest.writeStartObject();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                place = json.currentName();
                in.allow(longest);
                rest.writeName(place);
                if (json.nextToken() == JsonToken.START_ARRAY && place.equals(list)) {
                    elements();
                    rest.writeStartArray();
                    rest.writeEndArray();
                } else {
                    rest.copyCurrentStructure(json);
                }
            }
            rest.writeEndObject();
            place = "";
            if (json.nextToken() != null) {
                throw new UnreadableJsonException(document.name() + " is not a JSON object alone");
            }
            return rest;
        }

        private void elements() throws UnreadableJsonException, X {
            for (int number = 0; json.nextToken() != JsonToken.END_ARRAY; number++) {
                place = list + "[" + number + "]";
                in.allow(longest);
                E value = document.within(json, element);
                if (value == null) {
                    throw new UnreadableJsonException(place + " of " + document.name() + " is not an object", null,
                            json.currentTokenLocation().getLineNr());
                }
                each.accept(value, number);
            }
        }
    }
}
