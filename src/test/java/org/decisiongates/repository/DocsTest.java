package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.Tree;

/** Pages lead somewhere, and decisions keep their form. */
public class DocsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)[^)]*\\)");
    private static final int LINES_OF_A_DECISION = 40;

    @Test
    public void everyLinkLeadsSomewhere() {
        for (Path page : pages()) {
            LINK.matcher(Tree.text(page)).results().map(link -> link.group(1))
                    .forEach(link -> assertTrue(Tree.ROOT.relativize(page) + " leads to " + link, Files.exists(page.resolveSibling(link))));
        }
    }

    @Test
    public void everyDecisionIsShortAndSaysItsConsequences() {
        for (Path decision : decisions()) {
            List<String> lines = Tree.text(decision).lines().toList();
            assertTrue(decision + " has " + lines.size() + " lines", lines.size() <= LINES_OF_A_DECISION);
            assertEquals(decision.toString(), List.of("## Status", "## Context", "## Decision", "## Consequences"),
                    lines.stream().filter(line -> line.startsWith("## ")).toList());
            assertTrue(decision.toString(), lines.get(0).startsWith("# " + decision.getFileName().toString().substring(0, 4) + " "));
        }
    }

    @Test
    public void everyDecisionThatCodeNamesIsWrittenDown() {
        Pattern named = Pattern.compile("ADR-(\\d{4})");
        Stream.of("src/main", "src/test", "docs")
                .flatMap(folder -> Stream.of(".java", ".xml", ".md", ".vm")
                        .flatMap(suffix -> Tree.files(Tree.ROOT.resolve(folder), suffix).stream()))
                .flatMap(file -> named.matcher(Tree.text(file)).results()).map(match -> match.group(1)).distinct()
                .forEach(number -> assertEquals("ADR-" + number, 1, decisions().stream()
                        .filter(file -> file.getFileName().toString().startsWith(number + "-")).count()));
    }

    @Test
    public void theIndexHoldsEveryDecisionAndWhatSupersedesIt() {
        String index = Tree.text(Tree.ROOT.resolve("docs/decisions/README.md"));
        for (Path decision : decisions()) {
            String file = decision.getFileName().toString();
            String title = Tree.text(decision).lines().findFirst().orElseThrow().substring(7);
            String row = index.lines().filter(line -> line.startsWith("| [" + file.substring(0, 4) + "](" + file + ") " + title + " |"))
                    .findFirst().orElseThrow(() -> new AssertionError("docs/decisions/README.md has no row for " + file + " " + title));
            assertEquals(file, supersededBy(decision), numbersIn(row.substring(row.indexOf(title) + title.length())));
        }
    }

    @Test
    public void whatADecisionSupersedesSaysSo() {
        for (Path decision : decisions()) {
            for (String number : supersededBy(decision)) {
                assertTrue(decision + " is superseded by " + number + ", which does not say so in its status",
                        numbersIn(status(numbered(number))).contains(decision.getFileName().toString().substring(0, 4)));
            }
            Pattern.compile("Supersedes[^.]*").matcher(status(decision)).results().flatMap(found -> numbersIn(found.group()).stream())
                    .forEach(number -> assertTrue(decision + " supersedes " + number + ", which does not say so in its status",
                            supersededBy(numbered(number)).contains(decision.getFileName().toString().substring(0, 4))));
        }
    }

    private static Set<String> supersededBy(Path decision) {
        return Pattern.compile("superseded by[^.:]*").matcher(status(decision)).results()
                .flatMap(found -> numbersIn(found.group()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Numbers of decisions that are linked or named. */
    private static Set<String> numbersIn(String text) {
        return Pattern.compile("(?:\\[|ADR-)(\\d{4})").matcher(text).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String status(Path decision) {
        String text = Tree.text(decision);
        return text.substring(text.indexOf("## Status") + "## Status".length(), text.indexOf("## Context")).replace(".md", "");
    }

    private static Path numbered(String number) {
        return decisions().stream().filter(page -> page.getFileName().toString().startsWith(number + "-")).findFirst()
                .orElseThrow(() -> new AssertionError("there is no decision " + number));
    }

    private static List<Path> decisions() {
        return Tree.files(Tree.ROOT.resolve("docs/decisions"), ".md").stream().filter(page -> !page.endsWith("README.md")).toList();
    }

    private static List<Path> pages() {
        return Stream.concat(Tree.files(Tree.ROOT.resolve("docs"), ".md").stream(),
                Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "atlassian/README.md").map(Tree.ROOT::resolve)
                        .filter(Files::exists))
                .toList();
    }
}
