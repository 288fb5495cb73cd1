package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

import org.decisiongates.fixture.AppClasses;
import org.decisiongates.fixture.Tree;

/**
 * The index of beans, imports and exports says what the annotations say, whichever tool wrote it: the first thing to look at in the
 * profile {@code atlassian}.
 */
public class ComponentIndexTest {

    private static final Path CLASSES = Tree.ROOT.resolve("target/classes");

    private static SortedMap<String, SortedSet<String>> wanted;
    private SortedMap<String, String> written;

    // Reading all classes is what takes time here.
    @BeforeClass
    public static void readByteCode() {
        wanted = ComponentIndex.wantedBy(AppClasses.ALL);
    }

    @Before
    public void readTheIndex() {
        written = ComponentIndex.writtenIn(CLASSES.resolve("META-INF/plugin-components"));
    }

    @Test
    public void listsWhatTheAnnotationsAskForAndNothingElse() {
        assertEquals(List.of(), ComponentIndex.complaints(wanted, written));
        assertTrue("nothing was read from byte code", wanted.keySet().containsAll(
                Set.of("component", "component-confluence", "component-jira", "exports-confluence", "exports-jira", "imports-confluence",
                        "imports-jira")));
    }

    @Test
    public void noticesAnIndexWithoutItsComponents() {
        written.remove("component-jira");

        List<String> complaints = ComponentIndex.complaints(wanted, written);

        assertEquals(wanted.get("component-jira").size(), complaints.size());
        assertEquals("component-jira lacks " + wanted.get("component-jira").first(), complaints.get(0));
    }

    @Test
    public void noticesAnotherSuffixAForeignLineAndABrokenForm() {
        SortedMap<String, String> other = new TreeMap<>();
        other.put("component_jira", "a.B\n");
        other.put("imports", "a.B # a comment\n\na.C");

        assertEquals(List.of("no scanner reads a file component_jira", "component_jira should not list a.B",
                "imports holds the line 'a.B # a comment'", "imports holds the line ''", "imports does not end its last line",
                "imports should not list a.B # a comment", "imports should not list ", "imports should not list a.C"),
                ComponentIndex.complaints(new TreeMap<>(), other));
    }

    @Test
    public void noticesWhatIsSaidTwice() {
        written.merge("exports-jira", written.get("exports-jira"), String::concat);

        assertEquals(List.of("exports-jira says something twice"), ComponentIndex.complaints(wanted, written));
        assertFalse(wanted.get("exports-jira").isEmpty());
    }
}
