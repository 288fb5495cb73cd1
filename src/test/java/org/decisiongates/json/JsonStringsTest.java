package org.decisiongates.json;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

public class JsonStringsTest {

    @Test
    public void changesStringsAndNothingElse() {
        String json = "{\"a\":\"x\",\"n\":1.0E+2,\"d\":0.10,\"l\":[true,null,\"x\",{\"x\":\"\\u0041\\\"\"}],\"e\":{}}";

        assertEquals("{\"a\":\"y\",\"n\":1.0E+2,\"d\":0.10,\"l\":[true,null,\"y\",{\"y\":\"A\\\"\"}],\"e\":{}}",
                JsonStrings.changed(json, (path, text, isName) -> text.equals("x") ? "y" : text));
    }

    @Test
    public void saysWhereAStringStands() {
        List<String> places = new ArrayList<>();
        JsonStrings.changed("{\"a\":\"1\",\"b\":{\"c\":[\"2\",{\"d\":\"3\"}]},\"e\":\"4\"}", (path, text, isName) -> {
            places.add(String.join("/", path) + (isName ? " has " : " is ") + text);
            return text;
        });

        assertEquals(List.of(" has a", "a is 1", " has b", "b has c", "b/c is 2", "b/c has d", "b/c/d is 3", " has e", "e is 4"), places);
    }

    @Test
    public void refusesWhatIsNoJson() {
        for (String text : List.of("{", "{\"a\":1", "nothing", "{\"a\":\"\n\"}")) {
            assertThrows(text, IllegalArgumentException.class, () -> JsonStrings.changed(text, (path, value, isName) -> value));
        }
    }
}
