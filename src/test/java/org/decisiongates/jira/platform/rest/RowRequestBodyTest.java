package org.decisiongates.jira.platform.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.Test;

import org.decisiongates.text.Message;

public class RowRequestBodyTest {

    private static final Map<String, String> PARTS = Map.of("text", "TEXT");

    @Test
    public void tellsOfAVersionOnlyWhereOneIsNeeded() throws IOException {
        assertEquals(Map.of("colour", unknown("text")), faults(RowRequestBody.read(sent("{\"colour\":\"red\"}"), PARTS)));
        assertEquals(Map.of("version", unknown("text")), faults(RowRequestBody.read(sent("{\"version\":1}"), PARTS)));
        assertEquals(Map.of("colour", unknown("text, version")),
                faults(RowRequestBody.readStored(sent("{\"colour\":\"red\",\"version\":1}"), PARTS)));
    }

    private static Map<String, Message> faults(RowRequestBody<String> body) {
        return assertThrows(ProblemException.class, () -> body.requireSound(Map.of())).members();
    }

    private static Message unknown(String members) {
        return new Message("decision-gates.impact.body.unknown", List.of(members));
    }

    private static InputStream sent(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
