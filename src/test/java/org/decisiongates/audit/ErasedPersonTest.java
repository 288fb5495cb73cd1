package org.decisiongates.audit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Collections;
import java.util.List;

import org.junit.Test;

public class ErasedPersonTest {

    private final ErasedPerson gina = ErasedPerson.of("JIRAUSER10100",
            List.of(" Gina Gone", "", "Gina", "g.gone@example.com", "O'Gone (née Kühl)"));

    @Test
    public void isFoundInTextsByWholeNames() {
        String[][] table = {{"Gina Gone said so", "(erased) said so"}, {"ask Gina.", "ask (erased)."},
                {"[~g.gone@example.com]", "[~(erased)]"},
                {"Ginas, Regina and gina", "Ginas, Regina and gina"}, {"O'Gone (née Kühl), Gina", "(erased), (erased)"},
                {"\u00c4Gina Gina\u00e4 Gina7", "\u00c4Gina Gina\u00e4 Gina7"}, {"JIRAUSER10100", "JIRAUSER10100"}, {"", ""}};
        for (String[] row : table) {
            assertEquals(row[0], row[1], gina.withoutNames(row[0]));
        }
        assertEquals("what stands for her is found no more", "(erased) (erased)", gina.withoutNames(gina.withoutNames("Gina Gina Gone")));
        assertEquals("without a name nothing is looked for", "Gina", ErasedPerson.of("gina", List.of()).withoutNames("Gina"));
    }

    /** Wang Wei, Li Na, Kim Minjun, Tanaka: before and behind them stands the rest of the sentence. */
    @Test
    public void isFoundInWritingWithoutSpaces() {
        ErasedPerson wei = ErasedPerson.of("k", List.of("\u738b\u4f1f", "\uae40\ubbfc\uc900", "\u7530\u4e2d", "Gina", "Li", "\u674e"));
        String[][] table = {{"\u8bf7\u95ee\u738b\u4f1f\u662f\u5426", "\u8bf7\u95ee(erased)\u662f\u5426"},
                {"\uae40\ubbfc\uc900\ub294", "(erased)\ub294"}, {"\u7530\u4e2d\u3055\u3093", "(erased)\u3055\u3093"},
                {"\u8bf7\u95eeGina\u662f\u5426", "\u8bf7\u95ee(erased)\u662f\u5426"}, {"Regina \u674e\u5b50 Li", "Regina \u674e\u5b50 Li"}};
        for (String[] row : table) {
            assertEquals(row[0], row[1], wei.withoutNames(row[0]));
        }
        assertEquals("too short for texts", "(erased)(erased)", wei.withoutName("Li") + wei.withoutName("\u674e"));
        assertEquals("escaped in JSON", List.of("%k%", "%%a%"), ErasedPerson.of("k", List.of("\ud842\udfb7a")).likePatterns());
    }

    @Test
    public void isFoundByKeyWhereAPersonIsStored() {
        assertEquals("(erased)", gina.withoutKey("JIRAUSER10100"));
        assertEquals("JIRAUSER101000", gina.withoutKey("JIRAUSER101000"));
        assertEquals("(erased)", gina.withoutName("Gina Gone"));
        assertEquals("(erased)", gina.withoutName("JIRAUSER10100"));
        assertEquals("Gina Gonet", gina.withoutName("Gina Gonet"));
    }

    @Test
    public void asksTheDatabaseForNoCharacterThatHasAMeaningInAPattern() {
        assertEquals(List.of("%JIRAUSER10100%", "%Gina%Gone%", "%Gina%", "%g%gone%example%com%", "%O%Gone%née%Kühl%%"),
                gina.likePatterns());
        assertEquals(List.of("%50%\u00c4%", "%%%"), ErasedPerson.of("50%_\\\u00c4", List.of("%_%")).likePatterns());
    }

    @Test
    public void needsAKeyAndNamesThatAreNeitherLongNorMany() {
        assertTrue(ErasedPerson.isSound("k", List.of("", "abc", "x".repeat(255))));
        assertFalse(ErasedPerson.isSound(" ", List.of()));
        assertFalse(ErasedPerson.isSound("k".repeat(256), List.of()));
        assertFalse("stands for everybody who was erased", ErasedPerson.isSound("(erased)", List.of()));
        assertFalse("would be found in what was left", ErasedPerson.isSound("k", List.of("erased")));
        assertTrue(ErasedPerson.isSound("k", List.of("Al", "ed", "\u738b")));
        assertFalse(ErasedPerson.isSound("k", List.of("(erased")));
        assertFalse(ErasedPerson.isSound("k", List.of("x".repeat(256))));
        assertFalse(ErasedPerson.isSound("k", java.util.stream.IntStream.range(0, 11).mapToObj(i -> "name" + i).toList()));
        assertTrue("one name, however often", ErasedPerson.isSound("k", Collections.nCopies(50, "name")));
        assertThrows(IllegalArgumentException.class, () -> ErasedPerson.of("", List.of()));
    }
}
