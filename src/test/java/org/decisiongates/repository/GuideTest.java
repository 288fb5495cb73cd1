package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.Assume;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.decisiongates.fixture.Tree;

/** The documentation says what is so: its links lead somewhere, its commands work, its messages are the ones people see. */
public class GuideTest {

    private static final Path DOCS = Tree.ROOT.resolve("docs");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ +(.*)$", Pattern.MULTILINE);

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            LINK.matcher(Tree.text(page)).results().forEach(link -> {
                Path target = page.resolveSibling(link.group(1)).normalize();
                if (!Files.exists(target) || link.group(2) != null && !anchors(target).contains(link.group(2))) {
                    broken.add(Tree.ROOT.relativize(page) + " -> " + link.group());
                }
            });
        }
        assertEquals(List.of(), broken);
    }

    @Test
    public void everyGuidePageHasTheSameHeadings() {
        for (Path page : Tree.files(DOCS.resolve("guide"), ".md")) {
            List<String> headings = Pattern.compile("^## +(.*)$", Pattern.MULTILINE).matcher(Tree.text(page)).results()
                    .map(heading -> heading.group(1)).toList();
            assertEquals(page + "", List.of("What it does", "Set it up", "What people see", "When it goes wrong"), headings);
        }
    }

    @Test
    public void everyNoticeOfTheMacroIsExplained() throws IOException {
        String page = Tree.text(DOCS.resolve("guide/weekly-summary.md"));
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(Tree.RESOURCES.resolve("confluence/summary/messages.properties"))) {
            texts.load(reader);
        }
        List<String> titles = texts.stringPropertyNames().stream()
                .filter(key -> key.matches("decision-gates\\.weekly-summary\\.missing\\..*\\.title"))
                .map(key -> texts.getProperty(key).replace("{0}", "…")).toList();
        assertTrue(titles.size() > 10);
        for (String title : titles) {
            assertTrue(title, page.contains("| " + title + " |"));
        }
    }

    @Test
    public void theSigningCommandsSignAJar() throws Exception {
        Assume.assumeTrue("no openssl on this machine", run("openssl version") == 0);
        Matcher block = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL).matcher(Tree.text(DOCS.resolve("guide/install.md")));
        assertTrue(block.find());
        Files.writeString(folder.getRoot().toPath().resolve("decision-gates.jar"), "the bytes of a jar");

        assertEquals(0, run("set -e\n" + block.group(1).stripIndent()));
        assertEquals(88, Files.size(folder.getRoot().toPath().resolve("decision-gates.sig.txt")));
    }

    private int run(String commands) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", commands).directory(folder.getRoot()).redirectErrorStream(true)
                .redirectOutput(folder.getRoot().toPath().resolve("log").toFile()).start().waitFor();
    }

    private static List<Path> pages() {
        List<Path> pages = new ArrayList<>(Tree.files(DOCS, ".md"));
        for (String name : List.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "sandbox/README.md",
                "atlassian/README.md")) {
            pages.add(Tree.ROOT.resolve(name));
        }
        return pages.stream().filter(Files::exists).toList();
    }

    private static List<String> anchors(Path page) {
        return HEADING.matcher(Tree.text(page)).results()
                .map(heading -> heading.group(1).toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9 -]", "").strip().replace(' ', '-'))
                .toList();
    }
}
