package org.decisiongates.jira.selfcheck;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.Tree;

public class SelfCheckTest {

    @Test
    public void findsEverythingTheAppCallsInTheTypesItIsCompiledAgainst() throws MalformedURLException {
        List<URL> classes = new ArrayList<>();
        for (Path file : Tree.files(Tree.ROOT.resolve("target/classes/org/decisiongates"), ".class")) {
            classes.add(file.toUri().toURL());
        }
        SelfCheck.Result result = new SelfCheck().check(classes);

        assertEquals(List.of(), result.missing());
        assertTrue(result.checked() > 200);
    }

    @Test
    public void saysThatNothingWasCheckedOutsideAContainer() {
        assertEquals(1, new SelfCheck().run().missing().size());
    }
}
