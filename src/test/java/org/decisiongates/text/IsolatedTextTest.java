package org.decisiongates.text;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;

public class IsolatedTextTest {

    @Test
    public void leavesTextFromLeftToRightAsItIs() {
        assertEquals("Maya Brandt", IsolatedText.of("Maya Brandt"));
    }

    @Test
    public void isolatesWhatIsWrittenFromRightToLeft() {
        assertEquals("\u2068\u05d3\u05d9\u05df\u2069", IsolatedText.of("\u05d3\u05d9\u05df"));
    }

    @Test
    public void letsNoDirectionOutThatTheTextOpens() {
        for (String mark : List.of("\u202a", "\u202b", "\u202c", "\u202d", "\u202e")) {
            assertEquals("\u2068abc" + mark + "def\u2069", IsolatedText.of("abc" + mark + "def"));
        }
        for (String mark : List.of("\u2066", "\u2067", "\u2068", "\u2069")) {
            assertEquals("no isolate of its own, which would take our end for its own", "\u2068abcdef\u2069",
                    IsolatedText.of("abc" + mark + "def"));
        }
    }
}
