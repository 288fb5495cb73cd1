package org.decisiongates.issue;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.junit.Test;

public class ProjectKeyTest {

    @Test
    public void isTheKeyThatWasMeant() {
        for (String typed : List.of("SHOP", "shop", "Shop", " shop ", "\tSHOP\r\n", "\u00A0SHOP\u3000", "\u200BSHOP\uFEFF",
                "\u202AShop\u202C", "\u2060\u00AD shop \u0000\u200D", "\u3164SHOP\u2800")) {
            assertEquals(new ProjectKey("SHOP"), ProjectKey.of(typed));
            assertFalse(ProjectKey.of(typed).holdsUnseen());
        }
        for (String nothing : List.of("", " ", "\u200B", "\u00A0\u0000\uFEFF", "\uD800")) {
            assertTrue(ProjectKey.of(nothing).isEmpty());
        }
    }

    @Test
    public void namesWhatNobodySeesInsideOfIt() {
        assertEquals("SH[U+200B]OP", ProjectKey.of("sh\u200Bop").shown());
        assertEquals("S[U+00A0]H[U+FEFF]OP", ProjectKey.of("S\u00A0H\uFEFFOP ").shown());
        assertEquals("SH[U+E0041]OP", ProjectKey.of("SH\uDB40\uDC41OP").shown());
        assertTrue(ProjectKey.of("sh\u200Bop").holdsUnseen());
        assertEquals("a blank can be seen", "SHOP BOARD", ProjectKey.of("shop board").shown());
        assertFalse(ProjectKey.of("shop board").holdsUnseen());
    }

    @Test
    public void isTheSameWhateverLanguageJavaSpeaks() {
        java.util.Locale before = java.util.Locale.getDefault();
        try {
            java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr-TR"));
            assertEquals("SHIP", ProjectKey.of("ship").text());
        } finally {
            java.util.Locale.setDefault(before);
        }
    }
}
