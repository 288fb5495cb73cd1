package org.decisiongates.confluence.macro;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.Test;

public class StoredMacrosTest {

    private static final String WEEK = "decision-weekly-summary";
    private static final String MACRO = "<ac:structured-macro ac:name=\"decision-weekly-summary\" ac:schema-version=\"1\" ac:macro-id=\"5f0c8a52\">%s</ac:structured-macro>";

    @Test
    public void readsTheParametersOfEveryMacroOfTheApp() {
        String body = "<p>one</p>"
                + MACRO.formatted("<ac:parameter ac:name=\"project\">SHOP</ac:parameter><ac:parameter ac:name=\"week\">last</ac:parameter>")
                + "<ac:structured-macro ac:schema-version=\"1\" ac:name=\"decision-weekly-summary\"/>"
                + MACRO.formatted("<ac:parameter ac:name=\"jql\">due &lt; now() &amp;&amp; text ~ &quot;&amp;lt;&quot;</ac:parameter>");

        assertEquals(List.of(Map.of("project", "SHOP", "week", "last"), Map.of(), Map.of("jql", "due < now() && text ~ \"&lt;\"")),
                StoredMacros.parameters(body, WEEK));
    }

    @Test
    public void tellsMacrosOfTheAppApart() {
        String body = MACRO.formatted("") + "<ac:structured-macro\nac:name=\"decision-approvals\"><ac:parameter ac:name=\"issues\">SHOP-1"
                + "</ac:parameter></ac:structured-macro>"
                + "<ac:structured-macro ac:name=\"decision-approvals\"><ac:parameter ac:name=\"issues\">"
                + "SHOP-2</ac:parameter></ac:structured-macro>";
        assertEquals(List.of(Map.of("issues", "SHOP-2")), StoredMacros.parameters(body, "decision-approvals"));
        assertEquals(List.of(Map.of()), StoredMacros.parameters(body, WEEK));
    }

    @Test
    public void leavesOtherMacrosAlone() {
        assertEquals(List.of(),
                StoredMacros.parameters(
                        "<ac:structured-macro ac:name=\"info\"><ac:parameter ac:name=\"project\">SHOP</ac:parameter></ac:structured-macro>"
                                + "<p>decision-weekly-summary</p>",
                        WEEK));
    }

    @Test
    public void comesToAnEndWithWhateverStandsThere() {
        assertEquals(50, StoredMacros.parameters(MACRO.formatted("").repeat(80), WEEK).size());
        assertEquals(List.of(), StoredMacros.parameters("<ac:structured-macro ac:name=\"decision-weekly-summary\"", WEEK));
        assertEquals(List.of(Map.of()),
                StoredMacros.parameters("<ac:structured-macro ac:name=\"decision-weekly-summary\"><ac:parameter ac:name=\"project\">SHOP",
                        WEEK));
    }
}
