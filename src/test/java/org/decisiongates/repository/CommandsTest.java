package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.Tree;

/** Every Maven command and every switch that a page tells people to use is one that this build knows. */
public class CommandsTest {

    private final Commands commands = new Commands(Tree.ROOT);

    @Test
    public void everyCommandOfAPageIsKnownToTheBuild() {
        List<String> unknown = new ArrayList<>();
        int found = 0;
        for (String page : Stream.concat(Stream.of("README.md", "CONTRIBUTING.md", "sandbox/README.md", "atlassian/README.md"),
                Tree.files(Tree.ROOT.resolve("docs"), ".md").stream().map(file -> Tree.ROOT.relativize(file).toString())).toList()) {
            for (String command : Commands.of(Tree.text(Tree.ROOT.resolve(page)))) {
                found++;
                commands.unknown(command).forEach(word -> unknown.add(page + ": " + command + ": " + word));
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue("only " + found + " commands are found", found > 15);
    }

    @Test
    public void findsWhatAnOffenderTakes() {
        assertEquals(List.of("mvn -Pnone verify", "mvn test", "-Dnever=1"),
                Commands.of("Call `mvn -Pnone verify` or\n\n    mvn test\n\nwith\n| `-Dnever=1` | nothing |"));
        assertEquals(Set.of("-Pnone", "deploys", "-Dnever.asked=1", "gone:run", ":nowhere", "-Dtest=NobodyTest"),
                commands.unknown("mvn -Pnone -pl :nowhere deploys gone:run -Dnever" + ".asked=1 -Dtest=NobodyTest"));
        assertEquals(Set.of(), commands.unknown("mvn -Pquick -pl :host -am verify -Dtest=CommandsTest -DskipITs"));
    }
}
