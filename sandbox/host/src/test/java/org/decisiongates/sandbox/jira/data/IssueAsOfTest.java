package org.decisiongates.sandbox.jira.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.Test;

public class IssueAsOfTest {

    private static final String ISSUE = """
            {"key": "WEB-7", "fields": {"created": "2026-11-02", "updated": "2026-11-09", "status": {"name": "Decided"},
              "resolution": {"name": "Done"}, "resolutiondate": "2026-11-09", "duedate": "2026-11-20", "customfield_1": {"name": "owner"},
              "comment": {"comments": [{"body": "early", "created": "2026-11-03"}, {"body": "late", "created": "2026-11-08"}]}},
             "changelog": {"histories": [
              {"created": "2026-11-04", "items": [{"field": "status", "fromString": "Draft", "toString": "In review"},
                                                  {"field": "Owner", "from": null, "to": "lead"}]},
              {"created": "2026-11-06", "items": [{"field": "Owner", "from": "lead", "to": "owner"},
                                                  {"field": "duedate", "from": "2026-11-13", "to": "2026-11-20"}]},
              {"created": "2026-11-09", "items": [{"field": "status", "fromString": "In review", "toString": "Decided"},
                                                  {"field": "resolution", "fromString": null, "toString": "Done"}]}]}}""";

    @Test
    public void undoesWhatHappenedLater() throws JsonProcessingException {
        JsonNode then = at("2026-11-05");
        assertEquals("In review", then.at("/fields/status/name").asText());
        assertTrue(then.toString(), then.at("/fields/resolution").isNull() && then.at("/fields/resolutiondate").isNull());
        assertEquals("2026-11-13", then.at("/fields/duedate").asText());
        assertEquals("lead", then.at("/fields/customfield_1/name").asText());
        assertEquals("2026-11-04", then.at("/fields/updated").asText());
        assertEquals(1, then.at("/changelog/histories").size());
        assertEquals(1, then.at("/fields/comment/comments").size());
    }

    @Test
    public void goesBackToItsBeginning() throws JsonProcessingException {
        JsonNode then = at("2026-11-02");
        assertEquals("Draft", then.at("/fields/status/name").asText());
        assertTrue(then.toString(), then.at("/fields/customfield_1").isNull());
        assertEquals("2026-11-02", then.at("/fields/updated").asText());
    }

    @Test
    public void leavesWhatIsWholeAsItIs() throws JsonProcessingException {
        assertEquals(new ObjectMapper().readTree(ISSUE), at("2026-11-09"));
    }

    @Test
    public void doesNotKnowWhatIsStillToBeCreated() throws JsonProcessingException {
        assertTrue(asOf("2026-11-01").of(new ObjectMapper().readTree(ISSUE)).isEmpty());
    }

    private static JsonNode at(String day) throws JsonProcessingException {
        return asOf(day).of(new ObjectMapper().readTree(ISSUE)).orElseThrow();
    }

    private static IssueAsOf asOf(String day) {
        return new IssueAsOf(Map.of("customfield_1", "Owner"), moment -> moment.asText().compareTo(day) <= 0);
    }
}
