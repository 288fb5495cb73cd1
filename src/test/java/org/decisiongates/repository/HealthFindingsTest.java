package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.Tree;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.policy.HostReference;

/** What a health check finds has a text and a step, and stands in the guide; its key begins with the key of its check. */
public class HealthFindingsTest {

    private static final Pattern FINDING = Pattern.compile("HealthFinding\\s*\\.(?:error|warning)\\(\\s*\"([a-z.-]+)\"");
    private static final Pattern CHECK = Pattern.compile("implements HealthCheck \\{.*?String key\\(\\) \\{\\s*return \"([a-z-]+)\";",
            Pattern.DOTALL);

    @Test
    public void everyFindingHasATextAndAStep() {
        Set<String> expected = found(FINDING).filter(key -> !key.endsWith(".")).collect(Collectors.toCollection(TreeSet::new));
        Arrays.stream(HostReference.Kind.values()).forEach(kind -> expected.add("policies.gone." + kind.key()));
        assertTrue(expected.size() > 20);
        Set<String> texts = Messages.keysOf("jira.health.messages").stream().filter(key -> key.startsWith(HealthFinding.TEXTS))
                .map(key -> key.substring(HealthFinding.TEXTS.length())).collect(Collectors.toCollection(TreeSet::new));
        Set<String> steps = texts.stream().filter(key -> key.endsWith(".step")).map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
        texts.removeIf(key -> key.endsWith(".step"));
        assertEquals(expected, texts);
        assertEquals(expected, steps);
    }

    @Test
    public void everyCheckHasANameAndALineInTheGuide() {
        Set<String> checks = found(CHECK).collect(Collectors.toCollection(TreeSet::new));
        assertEquals("each a class of its own",
                Tree.files(Tree.ROOT.resolve("src/main/java"), "HealthCheck.java").size() - 1, checks.size());
        assertEquals(checks,
                Messages.keysOf("jira.health.messages").stream().filter(key -> key.startsWith("decision-gates.jira.health.check."))
                        .map(key -> key.substring(key.lastIndexOf('.') + 1)).collect(Collectors.toCollection(TreeSet::new)));
        String guide = Tree.text(Tree.ROOT.resolve("docs/guide/health.md"));
        assertEquals(Set.of(), checks.stream().filter(check -> !guide.contains("| `" + check + "` |")).collect(Collectors.toSet()));
        assertEquals("keys begin with a check", Set.of("check"),
                found(FINDING).map(key -> key.replaceFirst("\\..*", "")).filter(check -> !checks.contains(check))
                        .collect(Collectors.toSet()));
    }

    private static Stream<String> found(Pattern pattern) {
        return Tree.files(Tree.ROOT.resolve("src/main/java"), ".java").stream().map(Tree::text)
                .flatMap(text -> pattern.matcher(text).results()).map((MatchResult match) -> match.group(1));
    }
}
