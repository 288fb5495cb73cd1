package org.decisiongates.selfcheck;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.Test;

import org.decisiongates.fixture.Tree;

public class HostCheckTest {

    @Test
    public void findsEverythingTheAppCallsInTheTypesItIsCompiledAgainst() throws MalformedURLException {
        List<URL> classes = new ArrayList<>();
        for (Path file : Tree.files(Tree.ROOT.resolve("target/classes/org/decisiongates"), ".class")) {
            classes.add(file.toUri().toURL());
        }
        HostCheck.Result inJira = new HostCheck("confluence").check(classes);
        HostCheck.Result inConfluence = new HostCheck("jira").check(classes);

        assertEquals(List.of(), inJira.missing());
        assertTrue(inJira.checked() > 200);
        assertEquals(List.of(), inConfluence.missing());
        assertTrue(inConfluence.checked() > 50 && inConfluence.checked() < inJira.checked());
    }

    @Test
    public void saysWhichOfItsOwnClassesCannotBeRead() throws MalformedURLException {
        HostCheck.Result result = new HostCheck("jira").check(List.of(Tree.DESCRIPTOR.toUri().toURL()));

        assertEquals(1, result.missing().size());
        assertTrue(result.missing().get(0), result.missing().get(0).contains("atlassian-plugin.xml cannot be read"));
    }

    @Test
    public void looksAgainOnlyWhereSomethingWasMissing() throws MalformedURLException {
        HostCheck check = new HostCheck("confluence");
        AtomicInteger looks = new AtomicInteger();
        List<URL> unreadable = List.of(Tree.DESCRIPTOR.toUri().toURL());
        List<URL> sound = List.of(Tree.ROOT.resolve("target/classes/org/decisiongates/selfcheck/HostCheck.class").toUri().toURL());
        List<Integer> missing = new ArrayList<>();
        for (List<URL> classes : List.of(unreadable, sound, unreadable)) {
            missing.add(check.run(() -> {
                looks.incrementAndGet();
                return classes;
            }).missing().size());
        }
        assertEquals(List.of(1, 0, 0), missing);
        assertEquals(2, looks.get());
    }

    @Test
    public void saysThatNothingWasCheckedOutsideAContainer() {
        assertEquals(1, new HostCheck("confluence").run().missing().size());
    }
}
