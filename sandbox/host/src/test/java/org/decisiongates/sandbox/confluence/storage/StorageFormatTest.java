package org.decisiongates.sandbox.confluence.storage;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class StorageFormatTest {

    @Test
    public void saysWhereABodyIsBroken() {
        assertRefuses("<p>ab</b></p>", "[row,col]: [1,");
        assertRefuses("<p>\n\n<x></p>", "[row,col]: [3,");
        assertRefuses("<p>&nosuchentity;</p>", "nosuchentity");
        assertRefuses("a < b", "Error parsing xhtml");
        assertRefuses("<x:y/>", "Undeclared namespace prefix \"x\"");
        assertRefuses("<p a=\"1\" a=\"2\"/>", "Error parsing xhtml");
        assertRefuses("<p>\u0000</p>", "Error parsing xhtml");
        assertRefuses("<![CDATA[open", "Error parsing xhtml");
        assertRefuses("&", "Error parsing xhtml");
    }

    @Test
    public void neverLeavesItsRoot() {
        assertRefuses("</storage><p/><storage>", "Error parsing xhtml");
        assertRefuses("</storage>", "Error parsing xhtml");
    }

    @Test
    public void refusesDeclaredAndExternalEntities() {
        assertRefuses("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>&e;</p>", "Error parsing xhtml");
        assertRefuses("<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"http://localhost:1/x.dtd\"><p/>", "Error parsing xhtml");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        assertRefuses(laughs + "]><p>&l9;</p>", "Error parsing xhtml");
    }

    @Test
    public void refusesDeepNestingWithoutRunningOutOfStack() {
        assertRefuses("<p>".repeat(100_000) + "</p>".repeat(100_000), "nested deeper than");
        assertRefuses("<p>".repeat(100_000), "nested deeper than");
    }

    @Test
    public void readsUpToTheLimitsAndNoFurther() throws MalformedStorage {
        String deep = "<p>".repeat(StorageFormat.DEEPEST) + "x" + "</p>".repeat(StorageFormat.DEEPEST);
        assertEquals("x", StorageFormat.read(deep).text().strip());
        assertRefuses("<p>" + deep + "</p>", "nested deeper than");
        String longest = "<p>" + "x".repeat(StorageFormat.MAX_LENGTH - 7) + "</p>";
        assertEquals(StorageFormat.MAX_LENGTH - 7, StorageFormat.read(longest).text().strip().length());
        assertRefuses(longest + "x", "at most " + StorageFormat.MAX_LENGTH);
    }

    @Test
    public void readsManySmallPiecesInOnePass() throws MalformedStorage {
        assertEquals(100_000, StorageFormat.read("&nbsp;".repeat(100_000)).text().replace("\n", "").length());
        assertRefuses("<![CDATA[".repeat(100_000), "Error parsing xhtml");
        assertRefuses("<!--".repeat(100_000), "Error parsing xhtml");
        assertRefuses("&".repeat(200_000), "Error parsing xhtml");
    }

    private static void assertRefuses(String body, String part) {
        MalformedStorage refusal = assertThrows(MalformedStorage.class, () -> StorageFormat.read(body));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains(part));
    }
}
