package org.decisiongates.sandbox.platform;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Test;
import org.springframework.asm.Type;

/** Compares what the jar links against with what SOURCES.md says about it. */
public class PlatformLinksTest {
    private static final Path JAR = Path.of("../../target/classes");
    private static final Path HOST = Path.of("target/classes");
    private static final Path TESTS = Path.of("target/test-classes");
    private static final Path TEST_SOURCES = Path.of("src/test/java");
    private static final Path STAND_INS = Path.of("../platform-api/target/classes");
    private static final Path SOURCES = Path.of("../platform-api/SOURCES.md");
    private static final Pattern SECTION = Pattern.compile("## `([\\w.]+)`");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([^|]+) \\| (\\w+) \\|");

    @Test
    public void everyProductMemberTheJarLinksAgainstWasSeenSomewhere() throws IOException {
        Map<String, String> rows = rows();
        Set<String> unseen = new TreeSet<>();
        for (Links.Member member : Links.of(JAR).members()) {
            if (isOfTheProducts(member.owner()) && !isOfTheLanguage(member)) {
                String mark = typesOf(member.owner()).stream().map(type -> rows.get(type.getName() + "." + written(member)))
                        .filter(found -> found != null).findFirst().orElse("no row");
                if (!Set.of("javadoc", "plugin", "library").contains(mark)) {
                    unseen.add(member.owner() + "." + written(member) + " (" + mark + ")");
                }
            }
        }
        assertEquals("linked by the jar on a guess", Set.of(), unseen);
    }

    @Test
    public void everyStandInIsUsed() throws IOException {
        Links links = Links.of(JAR, HOST, TESTS, STAND_INS);
        Set<String> written = writtenInTests();
        Set<String> unused = rows().keySet().stream().filter(PlatformLinksTest::isType)
                .filter(type -> !links.types().contains(type) && !written.contains(type.substring(type.lastIndexOf('.') + 1)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals("stand-ins nobody mentions: remove them and their rows", Set.of(), unused);
    }

    @Test
    public void everyStandInMethodIsUsed() throws IOException {
        Set<String> names = Links.of(JAR, HOST, TESTS, STAND_INS.resolve("org")).names();
        names.addAll(calledByStandIns());
        names.addAll(writtenInTests());
        Set<String> unused = rows().keySet().stream().filter(row -> row.contains("(") && !row.contains(".new("))
                .filter(row -> !names.contains(row.substring(row.lastIndexOf('.', row.indexOf('(')) + 1, row.indexOf('('))))
                .filter(row -> !isOfAnAnnotation(row)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals("stand-in methods nobody calls: remove them and their rows", Set.of(), unused);
    }

    @Test
    public void theJarBuildsNoWorkflowDescriptorByHand() {
        // Jira's line of OSWorkflow hides these constructors; the public ancestor we compile against does not.
        assertFalse(Links.of(JAR).members().stream()
                .anyMatch(member -> member.owner().startsWith("com.opensymphony.workflow.loader.") && member.name().equals("<init>")));
    }

    // Tests compile small plugins from text; what those use shows in no byte code of ours.
    private static Set<String> writtenInTests() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEST_SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                words.addAll(Arrays.asList(Files.readString(file).split("\\W+")));
            }
        }
        return words;
    }

    private static Set<String> calledByStandIns() {
        return Links.of(STAND_INS.resolve("com")).members().stream().filter(member -> isOfTheProducts(member.owner()))
                .map(Links.Member::name).collect(Collectors.toSet());
    }

    private static boolean isOfTheProducts(String type) {
        return type.startsWith("com.atlassian.") || type.startsWith("org.ofbiz.");
    }

    private static boolean isType(String row) {
        return !row.contains("(") && !row.contains(": ");
    }

    private static boolean isOfAnAnnotation(String row) {
        return load(row.substring(0, row.lastIndexOf('.', row.indexOf('(')))).isAnnotation();
    }

    // What every enum, object or list has needs no evidence.
    private static boolean isOfTheLanguage(Links.Member member) {
        Class<?> owner = load(member.owner());
        boolean ofEveryEnum = owner.isEnum() && Set.of("values", "valueOf").contains(member.name());
        return ofEveryEnum || typesOf(member.owner()).stream().filter(type -> type.getName().startsWith("java."))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .anyMatch(method -> method.getName().equals(member.name()) && Type.getMethodDescriptor(method).equals(member.descriptor()));
    }

    private static Set<Class<?>> typesOf(String name) {
        Set<Class<?>> types = new LinkedHashSet<>();
        Deque<Class<?>> left = new ArrayDeque<>(Set.of(load(name)));
        types.add(Object.class);
        while (!left.isEmpty()) {
            Class<?> type = left.poll();
            types.add(type);
            left.addAll(Arrays.asList(type.getInterfaces()));
            if (type.getSuperclass() != null) {
                left.add(type.getSuperclass());
            }
        }
        return types;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PlatformLinksTest.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException("the jar links against a type without a stand-in: " + name, absent);
        }
    }

    private static String written(Links.Member member) {
        if (!member.descriptor().startsWith("(")) {
            return member.name() + ": " + simple(Type.getType(member.descriptor()));
        }
        String parameters = Arrays.stream(Type.getArgumentTypes(member.descriptor())).map(PlatformLinksTest::simple)
                .collect(Collectors.joining(", ", "(", ")"));
        return member.name().equals("<init>") ? "new" + parameters
                : member.name() + parameters + ": " + simple(Type.getReturnType(member.descriptor()));
    }

    private static String simple(Type type) {
        String name = type.getClassName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        String section = "";
        for (String line : Files.readAllLines(SOURCES)) {
            Matcher heading = SECTION.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
            } else if (row.matches()) {
                rows.put(section + "." + row.group(1), row.group(3));
            }
        }
        return rows;
    }
}
