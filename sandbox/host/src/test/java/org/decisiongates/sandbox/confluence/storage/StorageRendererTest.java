package org.decisiongates.sandbox.confluence.storage;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

public class StorageRendererTest {

    private final List<MacroCall> calls = new ArrayList<>();

    @Test
    public void keepsWhatAuthorsWrite() throws MalformedStorage {
        assertRenders("<p>A <strong>b</strong> &amp; <em>c</em></p>", "<p>A <strong>b</strong> &amp; <em>c</em></p>");
        assertRenders("<ul><li>one</li><li>two<ol start=\"3\"><li>x</li></ol></li></ul>",
                "<ul><li>one</li><li>two<ol start=\"3\"><li>x</li></ol></li></ul>");
        assertRenders("<table><tbody><tr><th>H</th><td colspan=\"2\">d</td></tr></tbody></table>",
                "<table><tbody><tr><th>H</th><td colspan=\"2\">d</td></tr></tbody></table>");
        assertRenders("<p>a<br />b</p><hr/>", "<p>a<br/>b</p><hr/>");
        assertRenders("plain", "plain");
        assertRenders("", "");
    }

    @Test
    public void readsTheEntitiesOfHtml() throws MalformedStorage {
        assertRenders("<p>&nbsp;&eacute;&mdash;&lt;&#x41;</p>", "<p>\u00a0é—&lt;A</p>");
        assertRenders("<p><![CDATA[&nbsp; <b>]]></p>", "<p>&amp;nbsp; &lt;b&gt;</p>");
        assertRenders("a<!-- &nope; -->b", "ab");
    }

    @Test
    public void givesHeadingsDistinctAnchors() throws MalformedStorage {
        assertRenders("<h1>Open items</h1><h2>Open items</h2>",
                "<h1 id=\"Openitems\">Open items</h1><h2 id=\"Openitems.1\">Open items</h2>");
    }

    @Test
    public void linksPagesSpacesPeopleAndAddresses() throws MalformedStorage {
        assertRenders("<ac:link><ri:page ri:content-title=\"Home\"/></ac:link>",
                "<a class=\"confluence-link\" href=\"/display/SHOP/Home\">Home</a>");
        assertRenders("<ac:link ac:anchor=\"x\"><ri:page ri:content-title=\"Home\" ri:space-key=\"OPS\"/>"
                + "<ac:plain-text-link-body><![CDATA[<go>]]></ac:plain-text-link-body></ac:link>",
                "<a class=\"confluence-link\" href=\"/display/OPS/Home#x\">&lt;go&gt;</a>");
        assertRenders("<ac:link><ri:page ri:content-title=\"Nowhere\"/></ac:link>", "<span class=\"unresolved\">Nowhere</span>");
        assertRenders("<ac:link><ri:user ri:userkey=\"k1\"/></ac:link>", "<span class=\"unresolved\">The Owner</span>");
        assertRenders("<a href=\"https://example.org/?a=1&amp;b=2\">x</a>", "<a href=\"https://example.org/?a=1&amp;b=2\">x</a>");
        assertRenders("<ac:image ac:alt=\"chart\"><ri:url ri:value=\"https://example.org/c.png\"/></ac:image>",
                "<img class=\"confluence-embedded-image\" src=\"https://example.org/c.png\" alt=\"chart\"/>");
    }

    @Test
    public void rendersTasksLayoutsAndDates() throws MalformedStorage {
        assertRenders("<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status>"
                + "<ac:task-body>do</ac:task-body></ac:task></ac:task-list>",
                "<ul class=\"inline-task-list\"><li class=\"checked\">do</li></ul>");
        assertRenders("<ac:layout><ac:layout-section ac:type=\"single\"><ac:layout-cell><p>x</p></ac:layout-cell></ac:layout-section>"
                + "</ac:layout>",
                "<div class=\"contentLayout2\"><div class=\"columnLayout single\"><div class=\"cell\"><div class=\"innerCell\"><p>x</p>"
                        + "</div></div></div></div>");
        assertRenders("<time datetime=\"2026-11-02\"/>", "<time datetime=\"2026-11-02\" class=\"date-lozenge\">2 Nov 2026</time>");
    }

    @Test
    public void handsMacrosTheirParametersAndBodies() throws MalformedStorage {
        assertRenders(
                "<ac:structured-macro ac:name=\"thing\" ac:schema-version=\"1\"><ac:parameter ac:name=\"board\">4&amp;2</ac:parameter>"
                        + "<ac:parameter ac:name=\"\">unnamed</ac:parameter>"
                        + "<ac:parameter ac:name=\"page\"><ac:link><ri:page ri:content-title=\"Home\" ri:space-key=\"DEV\"/></ac:link></ac:parameter>"
                        + "<ac:parameter ac:name=\"who\"><ri:user ri:userkey=\"k1\"/><ri:user ri:userkey=\"k2\"/></ac:parameter>"
                        + "<ac:parameter ac:name=\"where\"><ri:space ri:space-key=\"OPS\"/></ac:parameter>"
                        + "<ac:parameter ac:name=\"at\"><ri:url ri:value=\"https://example.org\"/></ac:parameter>"
                        + "<ac:parameter ac:name=\"file\"><ri:attachment ri:filename=\"a.png\"/></ac:parameter>"
                        + "<ac:rich-text-body><p>in <ac:structured-macro ac:name=\"inner\"/></p></ac:rich-text-body></ac:structured-macro>",
                "[thing]");
        MacroCall call = calls.get(0);
        assertEquals(Map.of("board", "4&2", "", "unnamed", "page", "DEV:Home", "who", "owner,lead", "where", "OPS",
                "at", "https://example.org", "file", "a.png"), call.parameters());
        assertEquals("<p>in [inner]</p>", call.bodyHtml());
        assertRenders(
                "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[<b>]]></ac:plain-text-body></ac:structured-macro>",
                "[code]");
        assertEquals(Optional.of("<b>"), calls.get(2).plainBody());
        assertEquals("&lt;b&gt;", calls.get(2).bodyHtml());
    }

    @Test
    public void dropsEverythingThatCouldRun() throws MalformedStorage {
        assertRenders("<script>alert(1)</script><p onclick=\"x()\" ONMOUSEOVER=\"x()\">a</p>", "<p>a</p>");
        assertRenders("<SCRIPT>alert(1)</SCRIPT><style>p{}</style><iframe src=\"x\"/><object/><svg><a/></svg><form><p>x</p></form>", "");
        assertRenders("<P>upper</P><unknown>text</unknown><ac:nothing>more</ac:nothing>", "uppertextmore");
        assertRenders("<a href=\"javascript:alert(1)\">x</a>", "<a>x</a>");
        assertRenders("<a href=\" JaVaScRiPt:alert(1)\">x</a>", "<a>x</a>");
        assertRenders("<a href=\"java&#10;script:alert(1)\">x</a>", "<a>x</a>");
        assertRenders("<a href=\"data:text/html,x\">x</a><a href=\"vbscript:x\">y</a>", "<a>x</a><a>y</a>");
        assertRenders("<p style=\"color: red; background: url(javascript:x); width: expression(x)\">a</p>",
                "<p style=\"color: red\">a</p>");
        assertRenders("<p class='\"&gt;&lt;script&gt;'>a</p>", "<p class=\"&quot;&gt;&lt;script&gt;\">a</p>");
        assertRenders("<ac:image><ri:url ri:value=\"javascript:alert(1)\"/></ac:image>", "<span class=\"unresolved\"></span>");
        assertRenders("<ac:link><ri:url ri:value=\"javascript:alert(1)\"/></ac:link>",
                "<span class=\"unresolved\">javascript:alert(1)</span>");
        assertRenders("<ac:layout-section ac:type='\" onload=\"x'>a</ac:layout-section>",
                "<div class=\"columnLayout &quot; onload=&quot;x\">a</div>");
        assertRenders("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    public void linksOnlyWhereNoScriptCanRun() {
        for (String safe : List.of("http://a", "https://a:80/b", "mailto:x@y", "/a:b", "#a:b", "?a=b:c", "page", "../x", "HTTPS://x")) {
            assertTrue(safe, Html.isSafeAddress(safe));
        }
        for (String unsafe : List.of("javascript:x", "JAVASCRIPT:x", "data:x", "vbscript:x", "file:x", "x y", "a\u0000b", "jav\tascript:x",
                ":x", "\u200bjavascript:x", "\\\\host\\x")) {
            assertFalse(unsafe, Html.isSafeAddress(unsafe));
        }
    }

    private void assertRenders(String storage, String html) throws MalformedStorage {
        Element root = StorageFormat.read(storage);
        assertEquals(html, new StorageRenderer(new Stub(), Outline.of(root)).render(root).strip());
    }

    private final class Stub implements Surroundings {

        @Override
        public String macro(MacroCall call) {
            calls.add(call);
            return "[" + call.name() + "]";
        }

        @Override
        public Optional<String> pageHref(String spaceKey, String title) {
            return title.equals("Nowhere") ? Optional.empty()
                    : Optional.of("/display/" + (spaceKey.isEmpty() ? "SHOP" : spaceKey) + "/" + title);
        }

        @Override
        public String spaceHref(String spaceKey) {
            return "/display/" + spaceKey;
        }

        @Override
        public Optional<String> personName(String userKey) {
            return Optional.of("The Owner");
        }

        @Override
        public Optional<String> loginName(String userKey) {
            return Optional.of(userKey.equals("k1") ? "owner" : "lead");
        }
    }
}
