package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.Tree;
import org.decisiongates.policy.rules.Rules;

/** Every text that is asked for exists, every text that exists is asked for, and every one can be formatted. */
public class MessagesTest {

    private static final Pattern LITERAL = Pattern.compile("[\"']([a-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)+\\.?)[\"']");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern ENDING = Pattern.compile("[\"'](\\.[a-z-]+)[\"']");
    private static final Pattern BEGINNING = Pattern.compile("[\"']([a-z-]+\\.)[\"']");
    private static final String OWN = "decision-gates.";
    /** Confluence makes the keys of a macro's texts of the macro's name. */
    private static final String MACRO_TEXTS = "org\\.decisiongates\\.decision-gates\\.decision-(weekly-summary|approvals)\\..*";

    @Test
    public void everyTextThatIsAskedForExists() {
        Set<String> keys = allKeys();
        List<String> missing = literals().filter(literal -> literal.startsWith(OWN) && !literal.endsWith(".") && !keys.contains(literal))
                .distinct().sorted().toList();
        assertEquals(List.of(), missing);
    }

    @Test
    public void everyTextThatExistsIsAskedFor() {
        Set<String> asked = literals().collect(Collectors.toCollection(TreeSet::new));
        // findings carry their remedies with them
        List.copyOf(asked).stream().filter(key -> key.startsWith("decision-gates.rule.") || key.startsWith("decision-gates.gate."))
                .forEach(finding -> asked.add(finding + ".fix"));
        Rules.all().forEach(kind -> {
            Stream.of("name", "description", "details", "why", "sentence")
                    .forEach(text -> asked.add("decision-gates.rule." + kind.key() + "." + text));
            kind.settings().forEach(setting -> {
                String key = "decision-gates.rule." + kind.key() + ".setting." + setting.name();
                asked.add(key);
                setting.choices().forEach(word -> asked.add(key + "." + word));
            });
            kind.clauses().forEach(clause -> asked.add(clause.key()));
        });
        List<String> prefixes = asked.stream().filter(literal -> literal.endsWith(".") && !literal.equals("decision-gates.rule.")).toList();
        List<String> beginnings = matches(BEGINNING).toList();
        List<String> endings = matches(ENDING).toList();
        List<String> unused = allKeys().stream()
                .filter(key -> !asked.contains(key) && !key.matches(MACRO_TEXTS) && prefixes.stream().noneMatch(key::startsWith))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith) || endings.stream().noneMatch(key::endsWith)).toList();
        assertEquals(List.of(), unused);
    }

    /** A product looks a key up in the bundles of all its apps and in its own. */
    @Test
    public void everyKeySaysWhoseItIs() {
        assertEquals(List.of(), allKeys().stream().filter(key -> !key.startsWith(OWN) && !key.matches(MACRO_TEXTS)).toList());
    }

    @Test
    public void everyTextCanBeFormatted() {
        for (String bundle : Messages.BUNDLES) {
            ResourceBundle texts = Messages.of(bundle);
            for (String key : Messages.keysOf(bundle)) {
                String text = texts.getString(key);
                assertTrue(key + ": write an apostrophe twice", !text.replace("''", "").contains("'"));
                int arguments = new MessageFormat(text).getFormatsByArgumentIndex().length;
                assertTrue(key + ": arguments are numbered without gaps", key.matches("decision-gates\\.rule\\.[a-z-]+\\.sentence.*")
                        || arguments == ARGUMENT.matcher(text).results().map(MatchResult::group).distinct().count());
                assertTrue(key + " is blank", !text.isBlank());
            }
        }
    }

    @Test
    public void everyBundleIsDeclared() {
        assertEquals(Tree.files(Tree.RESOURCES, ".properties"), Messages.BUNDLES.stream().map(Messages::file).sorted().toList());
    }

    @Test
    public void noKeyIsInTwoBundlesOrTwiceInOne() {
        TreeMap<String, Integer> times = new TreeMap<>();
        for (String bundle : Messages.BUNDLES) {
            Tree.text(Messages.file(bundle)).lines().filter(line -> line.matches("[a-z][^#=]*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .forEach(key -> times.merge(key, 1, Integer::sum));
        }
        assertEquals(List.of(), times.entrySet().stream().filter(key -> key.getValue() > 1).map(java.util.Map.Entry::getKey).toList());
    }

    @Test
    public void bundlesAreWrittenInAscii() {
        for (String bundle : Messages.BUNDLES) {
            assertTrue(bundle, Tree.text(Messages.file(bundle)).chars().allMatch(character -> character < 128));
        }
    }

    private static Set<String> allKeys() {
        return Messages.BUNDLES.stream().flatMap(bundle -> Messages.keysOf(bundle).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> literals() {
        return matches(LITERAL);
    }

    private static Stream<String> matches(Pattern pattern) {
        return Stream
                .concat(Stream.of(".java", ".vm", ".js", ".xml")
                        .flatMap(suffix -> Tree.files(Tree.ROOT.resolve("src/main"), suffix).stream()),
                        Stream.of(Tree.DESCRIPTOR))
                .map(Tree::text).flatMap(text -> pattern.matcher(text).results()).map(match -> match.group(1));
    }
}
