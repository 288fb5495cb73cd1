package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.Test;

import org.decisiongates.fixture.Tree;

/**
 * What tests and scripts take from outside the checkout is named in docs/testing.md, and installed by a command or asked for in the
 * README.
 */
public class OutsideNeedsTest {

    private static final Path PAGE = Tree.ROOT.resolve("docs/testing.md");
    private static final Path BROWSER_NEEDS = Tree.ROOT.resolve("sandbox/e2e/browser-needs.txt");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

    @Test
    public void everythingTakenFromOutsideIsNamed() {
        Map<String, String> found = new LinkedHashMap<>();
        for (Path file : Outside.files()) {
            String name = Tree.ROOT.relativize(file).toString();
            needs(file).forEach(need -> found.putIfAbsent(need, name));
        }
        Set<String> named = named();
        Map<String, String> unnamed = new LinkedHashMap<>(found);
        unnamed.keySet().removeAll(named);
        assertEquals("taken from outside; add it to the table in docs/testing.md and to what installs it", Map.of(), unnamed);
        Set<String> unused = new TreeSet<>(named);
        unused.removeAll(found.keySet());
        assertEquals("named, and taken by nothing", Set.of(), unused);
    }

    @Test
    public void whatACommandInstallsIsInItsFile() {
        for (String[] command : new String[][] {{"prepare-browser", "sandbox/e2e/browser-needs.txt"},
                {"prepare-database", "sandbox/prepare-database"}}) {
            String file = Tree.text(Tree.ROOT.resolve(command[1]));
            List<String> rows = rows().stream().filter(row -> row.contains(command[0])).toList();
            assertTrue(command[0], !rows.isEmpty());
            rows.stream().flatMap(row -> NAMED.matcher(cells(row)[2]).results()).map(name -> name.group(1))
                    .forEach(name -> assertTrue(command[1] + " does not name " + name, file.contains(name)));
        }
        Tree.text(BROWSER_NEEDS).lines().filter(line -> !line.startsWith("#"))
                .forEach(line -> assertTrue(line + " is not in docs/testing.md", named().contains(line.split(" ", 3)[2])));
    }

    @Test
    public void whatNpmBringsIsInItsPackageFile() {
        String packages = Tree.text(Tree.ROOT.resolve("sandbox/host/package.json"));
        for (Path file : Outside.files()) {
            if (file.toString().matches(".*\\.(java|xml|mjs)") && !file.toString().contains("/repository/")) {
                Outside.npmPackages(Tree.text(file))
                        .forEach(name -> assertTrue(file + " takes " + name + ", which package.json does not name",
                                packages.contains("\"" + name + "\": \"")));
            }
        }
    }

    @Test
    public void whatNobodyInstallsIsAskedForInTheReadme() {
        for (String page : List.of("README.md", "CONTRIBUTING.md")) {
            String text = Tree.text(Tree.ROOT.resolve(page));
            for (String need : List.of("JDK 17", "Maven 3.8", "Node 18")) {
                assertTrue(page + " does not ask for " + need, text.contains(need));
            }
        }
    }

    @Test
    public void findsWhatAnOffenderTakes() {
        assertEquals(Set.of("curl", "jq", "yq", "perl", "dig", "awk"), Outside.programsOfScript("""
                #!/usr/bin/env bash
                # wget is only in a comment
                fetch() { curl -s "$1" | jq .name; }
                cat_() { echo "then nmap"; }
                echo <<EOF
                nc only stands here
                EOF
                if command -v yq >/dev/null && fetch x; then LANG=C exec perl -e 1; fi
                when="$(dig +short x)" number=$((when + 1))
                case "$1" in telnet) awk 1 ;; esac
                """));
        assertEquals(Set.of("ffmpeg", "jshell", "firefox", "gpg"), Outside.programsOfJava("""
                new ProcessBuilder("ffmpeg", "-i"); Path.of(home, "bin", "jshell"); find("firefox"); run("gpg --version");
                """));
        assertEquals(Set.of("yarn"), Outside.programsOfNode("spawnSync('yarn', [])"));
        assertEquals(Set.of("python3"),
                Outside.programsOfPom("<executable>python3</executable><executable>${java.home}/bin/java</executable>"));
        assertEquals(Set.of("Comic Sans"), Outside.fonts("in(\"Comic Sans\")"));
        assertEquals(Set.of("left-pad", "@some/one"), Outside.npmPackages("node_modules/left-pad/index.js node_modules/@some/one/dist"));
    }

    private static Set<String> needs(Path file) {
        String name = file.toString();
        if (name.contains("/repository/") && !name.endsWith("GuideTest.java")) {
            return Set.of();
        }
        if (name.endsWith(".java")) {
            String source = Tree.text(file);
            Set<String> needs = new TreeSet<>(Outside.programsOfJava(source));
            needs.addAll(name.contains("/e2e/") ? Outside.fonts(source) : Set.of());
            return needs;
        }
        if (name.endsWith("pom.xml")) {
            return Outside.programsOfPom(Tree.text(file));
        }
        if (name.endsWith(".mjs")) {
            return Outside.programsOfNode(Tree.text(file));
        }
        return isScript(file) ? Outside.programsOfScript(Tree.text(file)) : Set.of();
    }

    private static boolean isScript(Path file) {
        String name = file.getFileName().toString();
        return (!name.contains(".") || name.endsWith(".sh")) && Tree.text(file).matches("(?s)#!\\S*(/env )?/?\\S*(bash|sh)\\b.*");
    }

    private static Set<String> named() {
        Set<String> names = new TreeSet<>();
        rows().stream().flatMap(row -> NAMED.matcher(cells(row)[2]).results()).forEach(name -> names.add(name.group(1)));
        return names;
    }

    private static List<String> rows() {
        String section = Tree.text(PAGE).split("## From outside the checkout\n", 2)[1].split("\n## ", 2)[0];
        return section.lines().filter(line -> line.startsWith("| ") && line.contains("`")).toList();
    }

    private static String[] cells(String row) {
        return row.split("\\|");
    }
}
