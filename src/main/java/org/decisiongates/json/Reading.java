package org.decisiongates.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** One pass over a text of JSON. Null counts as not there. */
final class Reading {

    private final JsonParser json;
    private int valuesLeft;

    Reading(JsonParser json, int valuesLeft) {
        this.json = json;
        this.valuesLeft = valuesLeft;
    }

    Members only(String name) throws IOException, UnreadableJsonException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnreadableJsonException(name + " is not a JSON object", null);
        }
        Members members = new Members(name, true, object());
        if (json.nextToken() != null) {
            throw new UnreadableJsonException("there is text after the end of " + name, null);
        }
        return members;
    }

    private Map<String, Object> object() throws IOException, UnreadableJsonException {
        Map<String, Object> values = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            Object value = value();
            if (value == null) {
                values.remove(name);
            } else {
                values.put(name, value);
            }
        }
        return values;
    }

    private List<Object> list() throws IOException, UnreadableJsonException {
        List<Object> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value());
        }
        return values;
    }

    private Object value() throws IOException, UnreadableJsonException {
        if (valuesLeft-- == 0) {
            throw new UnreadableJsonException("there are more values than anybody writes", null);
        }
        return switch (json.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json.getText());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private static Object number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return Json.isCarried(number) ? number : Unfit.NUMBER;
        } catch (NumberFormatException e) {
            return Unfit.NUMBER;
        }
    }

    /** A number that nobody writes; it only matters where somebody asks for it. */
    private enum Unfit { NUMBER }
}
