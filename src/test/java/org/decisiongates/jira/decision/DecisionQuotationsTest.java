package org.decisiongates.jira.decision;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class DecisionQuotationsTest {

    @Test
    public void readsANameAsTextWhateverMarkupItHolds() {
        assertEquals("Maya Brandt-O'Neil", DecisionQuotations.asText("Maya Brandt-O'Neil"));
        assertEquals("\\!https://example.org/p.png\\!", DecisionQuotations.asText("!https://example.org/p.png!"));
        assertEquals("\\[~omar] \\{quote}\\*\\_a\\_\\*\\|", DecisionQuotations.asText("[~omar] {quote}*_a_*|"));
    }
}
