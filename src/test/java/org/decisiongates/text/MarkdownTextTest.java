package org.decisiongates.text;

import static org.junit.Assert.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.Test;

public class MarkdownTextTest {

    @Test
    public void readsAsItWasTyped() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("plain, with a stop.", "plain, with a stop.");
        typed.put("# no heading", "\\# no heading");
        typed.put("- no list", "\\- no list");
        typed.put("12. no list", "12\\. no list");
        typed.put("0.4 seconds", "0.4 seconds");
        typed.put("3) no list", "3\\) no list");
        typed.put("=== no heading", "\\=== no heading");
        typed.put("[no](javascript:alert(1))", "\\[no\\]\\(javascript:alert\\(1\\)\\)");
        typed.put("<b>no</b> &amp; `code` *a* _b_ ~c~ |d|",
                "\\<b\\>no\\</b\\> \\&amp; \\`code\\` \\*a\\* \\_b\\_ \\~c\\~ \\|d\\|");
        typed.put("  two\n\t lines \u2028 and more\u0000", "two lines and more");
        typed.forEach((text, markdown) -> assertEquals(text, markdown, MarkdownText.line(text)));
    }

    @Test
    public void keepsLinesAndParagraphs() {
        assertEquals("one\\\ntwo\n\n\\# three", MarkdownText.paragraphs("\n  one\r\n    two\n\n \n\n# three\n"));
    }

    @Test
    public void quotesForYaml() {
        assertEquals("\"Ann \\\"A\\\" \\\\ status: \\x3Cb>\"", MarkdownText.quoted("Ann \"A\" \\\nstatus: <b>"));
    }
}
