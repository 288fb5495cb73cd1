package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.Test;

import org.decisiongates.fixture.Tree;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;

/** The first page that people read names things as they meet them, and is one screen long. */
public class ReadmeTest {

    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^]]*)]\\(([^)]+)\\)");

    private final String readme = Tree.text(Tree.ROOT.resolve("README.md"));

    @Test
    public void beginsWithWhatTheAppBringsByTheNamesItHasThere() {
        String first = PARAGRAPHS.split(readme.substring(readme.indexOf('\n') + 1))[0];
        Arrays.stream(OwnIssueType.values()).forEach(type -> assertNamed(first, type.label()));
        assertNamed(first, text("src/main/resources/jira/gate/messages.properties", "decision-gates.jira.gate.name"));
        assertNamed(first, text("src/main/resources/confluence/summary/messages.properties",
                "org.decisiongates.decision-gates.decision-weekly-summary.label"));
    }

    @Test
    public void isOneScreenWithTwoCommandsAndThreePictures() {
        assertTrue("lines: " + readme.lines().count(), readme.lines().count() <= 40);
        assertEquals(List.of("sandbox/run", "mvn verify"),
                readme.lines().filter(line -> line.startsWith("    ")).map(String::strip).toList());
        List<MatchResult> pictures = PICTURE.matcher(readme).results().toList();
        assertEquals(3, pictures.size());
        for (MatchResult picture : pictures) {
            assertTrue(picture.group(2), Tree.ROOT.resolve(picture.group(2)).toFile().isFile());
            assertTrue(picture.group(2) + " says what it shows", picture.group(1).length() > 20);
        }
    }

    private static void assertNamed(String paragraph, String name) {
        assertTrue(name + " is not named: " + paragraph, paragraph.contains("*" + name + "*"));
    }

    private static String text(String file, String key) {
        return Tree.text(Tree.ROOT.resolve(file)).lines().map(line -> line.split("\\s*=\\s*", 2)).filter(pair -> pair[0].equals(key))
                .map(pair -> pair[1])
                .findFirst().orElseThrow(() -> new AssertionError(file + " has no " + key));
    }
}
