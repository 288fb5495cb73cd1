package org.decisiongates.confluence.link;

import static org.junit.Assert.assertEquals;

import java.util.Map;
import org.junit.Test;

public class SummaryQuestionTest {

    @Test
    public void keepsThePagesTextOutOfTheLog() {
        assertEquals("SHOP", SummaryQuestion.of(Map.of("project", " shop ")).logged());
        assertEquals("(not a key)", SummaryQuestion.of(Map.of("project", "SHOP\nERROR forged line")).logged());
    }
}
