package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.BeforeClass;
import org.junit.Test;

/** Opens the jar that was built and asserts everything the two hosts will take for granted (docs/architecture.md). */
public class BuiltJarIT {

    private static final String KEY = "org.decisiongates.decision-gates";
    private static final String INDEX = "META-INF/plugin-components/";
    private static final String SCANNER = "com.atlassian.plugin.spring.scanner.annotation.";
    private static final int JAVA_17 = 61;
    private static final List<String> JIRA = List.of("com.atlassian.jira.", "com.opensymphony.", "org.ofbiz.", "com.atlassian.query");
    private static final List<String> CONFLUENCE = List.of("com.atlassian.confluence.", "com.atlassian.renderer.", "com.atlassian.user.");

    private static Jar jar;
    private static Descriptor descriptor;
    private static JavaClasses classes;

    @BeforeClass
    public static void openTheJar() throws IOException {
        Path file = Path.of(System.getProperty("plugin.jar"));
        jar = Jar.of(file);
        descriptor = Descriptor.of(new ByteArrayInputStream(jar.bytes("atlassian-plugin.xml")));
        try (JarFile opened = new JarFile(file.toFile())) {
            classes = new ClassFileImporter().importJar(opened);
        }
    }

    @Test
    public void hasOneKeyEverywhere() {
        assertEquals(KEY, jar.header("Bundle-SymbolicName"));
        assertEquals(KEY, jar.header("Atlassian-Plugin-Key"));
        assertEquals(KEY, descriptor.root().getAttribute("key"));
        assertEquals("*", jar.header("Spring-Context"));
        assertEquals("2", jar.header("Bundle-ManifestVersion"));
    }

    @Test
    public void importsNoVersionOfAPlatformPackage() {
        jar.imports().forEach((name, attributes) -> assertFalse(name + attributes,
                (name.startsWith("com.atlassian.") || name.startsWith("jakarta.")) && attributes.contains("version=")));
    }

    @Test
    public void importsEveryPackageOfAProductAsOptional() {
        Map<String, String> imports = jar.imports();
        assertTrue("the jar imports packages of both products: " + imports.keySet(),
                imports.keySet().stream().anyMatch(name -> isOf(JIRA, name + "."))
                        && imports.keySet().stream().anyMatch(name -> isOf(CONFLUENCE, name + ".")));
        imports.forEach((name, attributes) -> assertTrue(name + attributes,
                !isOf(JIRA, name + ".") && !isOf(CONFLUENCE, name + ".") || attributes.contains("resolution:=optional")));
    }

    @Test
    public void asksForNothingTheHostsFrameworkCannotGive() {
        assertTrue(jar.imports().keySet().stream()
                .noneMatch(name -> name.startsWith("java.") || name.startsWith("javax.inject") || name.startsWith("javax.ws")
                        || name.startsWith("javax.servlet") || name.startsWith("org.decisiongates")));
        assertNull(jar.header("Require-Capability"));
        assertNull(jar.header("Require-Bundle"));
        assertNull(jar.header("Bundle-RequiredExecutionEnvironment"));
        assertNull(jar.header("Export-Package"));
        assertNull(jar.header("DynamicImport-Package"));
    }

    @Test
    public void holdsNothingForeignButWhatItEmbeds() {
        for (String name : jar.names()) {
            assertTrue(name, !name.endsWith(".class") || name.startsWith("org/decisiongates/"));
            assertFalse(name, name.startsWith("org/decisiongates/sandbox/"));
        }
        assertEquals(Set.of("META-INF/lib/jackson-databind.jar", "META-INF/lib/jackson-core.jar", "META-INF/lib/jackson-annotations.jar",
                "META-INF/lib/caffeine.jar", "META-INF/lib/re2j.jar"),
                jar.names().stream().filter(name -> name.endsWith(".jar")).collect(Collectors.toSet()));
        assertEquals(
                ".,META-INF/lib/jackson-databind.jar,META-INF/lib/jackson-core.jar,META-INF/lib/jackson-annotations.jar,"
                        + "META-INF/lib/caffeine.jar"
                        + ",META-INF/lib/re2j.jar",
                jar.header("Bundle-ClassPath"));
        assertTrue(jar.names().stream().noneMatch(name -> name.startsWith("META-INF/maven/")));
    }

    /** An import wins over the class path of the bundle: a host that exports the same package would bring its own copy. */
    @Test
    public void importsNoPackageItEmbeds() throws IOException {
        Set<String> embedded = new TreeSet<>();
        for (String entry : jar.names().stream().filter(name -> name.endsWith(".jar")).toList()) {
            try (JarInputStream library = new JarInputStream(new ByteArrayInputStream(jar.bytes(entry)))) {
                for (JarEntry one = library.getNextJarEntry(); one != null; one = library.getNextJarEntry()) {
                    if (one.getName().endsWith(".class") && one.getName().contains("/") && !one.getName().startsWith("META-INF/")) {
                        embedded.add(one.getName().substring(0, one.getName().lastIndexOf('/')).replace('/', '.'));
                    }
                }
            }
        }
        assertTrue(embedded.toString(), embedded.containsAll(
                List.of("tools.jackson.databind", "tools.jackson.core", "com.fasterxml.jackson.annotation",
                        "com.github.benmanes.caffeine.cache", "com.google.re2j")));
        embedded.retainAll(jar.imports().keySet());
        assertEquals(Set.of(), embedded);
        assertTrue(jar.imports().keySet().toString(),
                jar.imports().keySet().stream().noneMatch(name -> name.startsWith("com.fasterxml.") || name.startsWith("tools.jackson.")));
    }

    @Test
    public void importsEveryPackageItMentions() {
        Set<String> needed = new TreeSet<>();
        for (JavaClass type : classes) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType().getPackageName())
                    .filter(name -> !name.isEmpty() && !name.startsWith("java.") && !name.startsWith("org.decisiongates")
                            && !name.startsWith("tools.jackson.") && !name.startsWith("com.github.benmanes.caffeine.")
                            && !name.startsWith("com.google.re2j")
                            && !name.equals("com.fasterxml.jackson.annotation"))
                    .forEach(needed::add);
        }
        needed.removeAll(jar.imports().keySet());
        // annotations of the build and packages of the JDK itself need no wire
        needed.removeIf(name -> name.startsWith("javax.xml") || name.startsWith("org.w3c") || name.startsWith("org.xml")
                || name.startsWith("javax.crypto")
                || name.startsWith("javax.net"));
        assertEquals(Set.of(), needed);
    }

    @Test
    public void indexesExactlyTheAnnotatedClasses() {
        assertIndex("component-jira", "component.JiraComponent");
        assertIndex("component-confluence", "component.ConfluenceComponent");
        Set<String> neutral = new TreeSet<>(annotated("jakarta.inject.Named"));
        neutral.addAll(annotated("org.springframework.stereotype.Component"));
        neutral.removeAll(annotated(SCANNER + "component.JiraComponent"));
        neutral.removeAll(annotated(SCANNER + "component.ConfluenceComponent"));
        assertEquals(neutral, indexed("component"));
        for (String file : List.of("component-jira", "component-confluence", "imports-jira", "imports-confluence")) {
            assertFalse(file + " is empty", jar.lines(INDEX + file).isEmpty());
        }
    }

    @Test
    public void indexesOnlyWhatCanBeLoaded() {
        for (String entry : jar.names()) {
            if (entry.startsWith(INDEX)) {
                for (String line : jar.lines(entry)) {
                    assertTrue(entry + ": " + line, line.matches("[A-Za-z0-9_.$]+(#[A-Za-z0-9_.,$]+)?"));
                    String name = line.replaceFirst("#.*", "");
                    assertTrue(entry + ": " + line, name.startsWith("org.decisiongates.") ? jar.hasClass(name)
                            : jar.imports().containsKey(name.substring(0, name.lastIndexOf('.'))));
                }
            }
        }
    }

    @Test
    public void givesEveryBeanANameOfItsOwn() {
        for (String product : List.of("jira", "confluence")) {
            List<String> names = Stream.of("component", "component-" + product).flatMap(file -> jar.lines(INDEX + file).stream())
                    .map(line -> line.contains("#") ? line.substring(line.indexOf('#') + 1)
                            : java.beans.Introspector.decapitalize(line.substring(line.lastIndexOf('.') + 1)))
                    .toList();
            assertEquals(names.toString(), new TreeSet<>(names).size(), names.size());
        }
    }

    @Test
    public void mentionsAProductOnlyInItsOwnPackage() {
        for (String name : jar.classes()) {
            // what the store extends is shared; its beans belong to the product that asks for them
            for (String constant : jar.constants(name)) {
                assertFalse(name + " mentions " + constant, !name.startsWith("org.decisiongates.jira.") && mentions(JIRA, constant));
                assertFalse(name + " mentions " + constant,
                        !name.startsWith("org.decisiongates.confluence.") && mentions(CONFLUENCE, constant));
            }
        }
    }

    @Test
    public void holdsOrImportsEveryClassTheDescriptorNames() {
        for (String name : descriptor.classes()) {
            assertTrue(name, name.startsWith("org.decisiongates.") ? jar.hasClass(name)
                    : jar.imports().containsKey(name.substring(0, name.lastIndexOf('.'))));
        }
    }

    @Test
    public void isCompiledForTheOldestJavaAHostRunsOn() {
        for (String name : jar.classes()) {
            assertEquals(name, JAVA_17, jar.classVersion(name));
        }
    }

    @Test
    public void keepsTheNamesOfParametersForSpring() throws ClassNotFoundException {
        for (String file : List.of("component", "component-jira", "component-confluence")) {
            for (String name : indexed(file)) {
                for (Constructor<?> constructor : Class.forName(name, false, getClass().getClassLoader()).getDeclaredConstructors()) {
                    for (Parameter parameter : constructor.getParameters()) {
                        assertTrue(name, parameter.isNamePresent());
                    }
                }
            }
        }
    }

    @Test
    public void holdsItsContextAndItsTexts() {
        assertNotNull(jar.bytes("META-INF/spring/plugin-context.xml"));
        for (String bundle : Messages.BUNDLES) {
            assertNotNull(bundle, jar.bytes(bundle.replace('.', '/') + ".properties"));
        }
    }

    private static void assertIndex(String file, String annotation) {
        assertEquals(file, annotated(SCANNER + annotation), indexed(file));
    }

    private static Set<String> annotated(String annotation) {
        return classes.stream().filter(type -> type.isAnnotatedWith(annotation)).map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> indexed(String file) {
        return jar.lines(INDEX + file).stream().map(line -> line.replaceFirst("#.*", "")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOf(List<String> product, String name) {
        return product.stream().anyMatch(name::startsWith);
    }

    private static boolean mentions(List<String> product, String constant) {
        return product.stream().map(prefix -> prefix.replace('.', '/'))
                .anyMatch(prefix -> constant.startsWith(prefix) || constant.contains("L" + prefix));
    }
}
