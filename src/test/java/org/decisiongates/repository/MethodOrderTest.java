package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.Tree;

/** No test needs another one of its class to have run before it: none fixes the order of its methods. */
public class MethodOrderTest {

    private static final Pattern FIXED = Pattern.compile("@(org\\.junit\\.)?FixMethodOrder|MethodSorters\\.");

    @Test
    public void noTestFixesTheOrderOfItsMethods() {
        assertEquals(List.of(),
                Stream.of("src/test", "sandbox/platform-api/src", "sandbox/host/src", "sandbox/e2e/src", "sandbox/bench/src",
                        "sandbox/artefacts/src", "atlassian").flatMap(folder -> Tree.files(Tree.ROOT.resolve(folder), ".java").stream())
                        .filter(file -> !file.endsWith("MethodOrderTest.java") && FIXED.matcher(Tree.text(file)).find()).toList());
    }

    @Test
    public void knowsWhatToLookFor() {
        assertTrue(FIXED.matcher("@FixMethodOrder(NAME_ASCENDING)").find());
        assertTrue(FIXED.matcher("new Sorter(MethodSorters.JVM.getComparator())").find());
    }
}
