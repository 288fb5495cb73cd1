package org.decisiongates.text.content;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;

public class SectionsTest {

    @Test
    public void findsWhatStandsBelowEachHeading() {
        assertEquals(List.of("one\ntwo\n", "three\n", ""),
                Sections.of("before\nh3. First\none\ntwo\n* *Second:* *\nthree\nh3. Other\nfour", List.of("first", "Second", "Third")));
    }

    @Test
    public void readsOnBehindAColon() {
        assertEquals(List.of(" one\n", " two: three\n"), Sections.of("First: one\n*Second*: two: three", List.of("First", "Second")));
    }

    @Test
    public void addsUpSectionsOfOneName() {
        assertEquals(List.of("one\ntwo\n", "x\n"), Sections.of("A\none\nB\nx\nA\ntwo", List.of("A", "B")));
    }

    @Test
    public void takesTheWholeTextForABlankHeading() {
        assertEquals("First: one", Sections.of("First: one", " "));
        assertEquals(" one\n", Sections.of("First: one", "First"));
        assertEquals("", Sections.of("", "First"));
    }
}
