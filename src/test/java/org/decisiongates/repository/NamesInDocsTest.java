package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.Tree;

/** Pages name the code by the names it has: types, packages, and terms (docs/decisions/0058-use-standard-terms.md). */
public class NamesInDocsTest {

    private static final Path SOURCES = Tree.ROOT.resolve("src/main/java/org/decisiongates");
    private static final String ARCHITECTURE = Tree.text(Tree.ROOT.resolve("docs/architecture.md"));
    private static final String GLOSSARY = Tree.text(Tree.ROOT.resolve("docs/reference/glossary.md"));

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    /** A name of two words or more; one word may as well be a status, a header or a product. */
    private static final Pattern TYPE = Pattern.compile("(?<![\\w$/…-])(?:[a-z]\\w*\\.)*([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)(?![\\w/-])");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w+)");
    private static final Pattern IMPORTED = Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+);");
    private static final Pattern QUALIFIED = Pattern.compile("`((?:[a-z]+\\.)+)([A-Z]\\w+)`");
    private static final List<String> DOMAIN = List.of("text", "time", "json", "issue", "policy", "readiness", "waiver", "debt", "timeline",
            "metric",
            "impact", "record", "summary",
            "page");
    /** Other people's: what a decision says the app does not use, and a font. */
    private static final Set<String> ELSEWHERE = Set.of("ThreadLocalDelegateExecutorFactory", "NoSuchMethodError", "DejaVu");
    /** What the recipes add. */
    private static final Pattern EXAMPLE = Pattern.compile("HasTradeOffs\\w*|OwnerCoverage\\w*|(Ao)?Approval\\w+");

    @Test
    public void everyTypeThatAPageNamesExists() {
        Set<String> known = new TreeSet<>(ELSEWHERE);
        sources().map(Tree::text).forEach(source -> Stream.of(DECLARED, IMPORTED)
                .forEach(name -> name.matcher(source).results().map(found -> found.group(1)).forEach(known::add)));
        Set<String> gone = pages()
                .flatMap(page -> typesIn(Tree.text(page)).filter(type -> !known.contains(type) && !EXAMPLE.matcher(type).matches())
                        .map(type -> Tree.ROOT.relativize(page) + " names " + type))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals("no class of this repository has this name, nor any that it imports", Set.of(), gone);
    }

    @Test
    public void theArchitectureNamesEveryPackageAndNoOther() {
        Set<String> packages = Tree.files(SOURCES, ".java").stream().filter(file -> !file.endsWith("package-info.java"))
                .map(file -> SOURCES.relativize(file.getParent()).toString().replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = ARCHITECTURE.lines().filter(line -> line.startsWith("| `")).map(line -> line.substring(3, line.indexOf('`', 3)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals("the table of packages in docs/architecture.md", packages, named);
    }

    @Test
    public void everyQualifiedNameLeadsToItsFile() {
        for (String page : List.of(ARCHITECTURE, GLOSSARY)) {
            QUALIFIED.matcher(page).results().filter(name -> !name.group(2).endsWith("Imports"))
                    .forEach(name -> assertTrue(name.group(), Files.exists(fileOf(name))));
        }
    }

    @Test
    public void everyDomainTypeOfTheArchitectureHasATerm() {
        Set<String> terms = QUALIFIED.matcher(GLOSSARY).results().map(name -> name.group(2)).collect(Collectors.toSet());
        Set<String> named = CODE.matcher(ARCHITECTURE).results().map(code -> code.group(1).replaceFirst("^.*\\.(?=[A-Z])", ""))
                .filter(name -> isOfTheDomain(name)).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(named.size() > 20);
        named.removeAll(terms);
        assertEquals("named in docs/architecture.md, and no term of docs/reference/glossary.md", Set.of(), named);
    }

    @Test
    public void noticesNamesOfTypesAmongOtherWords() {
        assertEquals(List.of("GateForm", "GateValidator", "RequestCoordinator"),
                typesIn("`jira.gate.GateForm` asks `GateValidator`, `…Validator`, `Resolved`, `-Dtest=JournalTest` "
                        + "and `RequestCoordinator.ask()`")
                        .toList());
    }

    private static Stream<String> typesIn(String page) {
        return CODE.matcher(page).results().filter(code -> !code.group(1).contains("="))
                .flatMap(code -> TYPE.matcher(code.group(1)).results()).map(name -> name.group(1));
    }

    private static boolean isOfTheDomain(String name) {
        return DOMAIN.stream().flatMap(domain -> Tree.files(SOURCES.resolve(domain), "/" + name + ".java").stream()).findAny().isPresent();
    }

    private static Path fileOf(MatchResult name) {
        return SOURCES.resolve(name.group(1).replace('.', '/') + name.group(2) + ".java");
    }

    private static Stream<Path> sources() {
        return Stream.of("src", "sandbox", "atlassian", "release").map(Tree.ROOT::resolve)
                .flatMap(folder -> Tree.files(folder, ".java").stream()).filter(file -> !file.toString().contains("/target/"));
    }

    private static Stream<Path> pages() {
        return Stream.concat(Tree.files(Tree.ROOT.resolve("docs"), ".md").stream(),
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "sandbox/README.md", "atlassian/README.md")
                        .map(Tree.ROOT::resolve));
    }
}
