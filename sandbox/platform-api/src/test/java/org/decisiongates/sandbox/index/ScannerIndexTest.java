package org.decisiongates.sandbox.index;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ScannerIndexTest {
    private static final String IMPORTS = "import com.atlassian.plugin.spring.scanner.annotation.component.*;"
            + "import com.atlassian.plugin.spring.scanner.annotation.export.*;"
            + "import com.atlassian.plugin.spring.scanner.annotation.imports.*;"
            + "import jakarta.inject.Named; import org.springframework.stereotype.Component;";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path root;

    @Before
    public void placeTheOutput() {
        root = folder.getRoot().toPath();
    }

    @Test
    public void listsBeansSortedWithTheirNamesAndWithoutBlankLines() throws IOException {
        Compilation build = Compilation.in(root)
                .source("a.Zebra", "package a; " + IMPORTS + " @Named class Zebra {}")
                .source("a.Ant", "package a; " + IMPORTS + " @Component(\"worker\") class Ant {}");

        assertEquals(List.of(), build.errors());
        assertEquals(List.of("a.Ant#worker", "a.Zebra", ""), build.index("component"));
    }

    @Test
    public void keepsTheProductsApart() throws IOException {
        Compilation build = Compilation.in(root)
                .source("a.J", "package a; " + IMPORTS + " @JiraComponent class J { J(@JiraImport(\"users\") Runnable r) {} }")
                .source("a.C", "package a; " + IMPORTS + " @ConfluenceComponent class C { @ConfluenceImport java.util.List<String> l; }")
                .source("a.N", "package a; " + IMPORTS + " @Named class N { N(@ComponentImport Comparable<String> c) {} }");

        assertEquals(List.of(), build.errors());
        assertEquals(List.of("a.J", ""), build.index("component-jira"));
        assertEquals(List.of("a.C", ""), build.index("component-confluence"));
        assertEquals(List.of("a.N", ""), build.index("component"));
        assertEquals(List.of("java.lang.Runnable#users", ""), build.index("imports-jira"));
        assertEquals(List.of("java.util.List", ""), build.index("imports-confluence"));
        assertEquals(List.of("java.lang.Comparable", ""), build.index("imports"));
        assertNull(build.index("exports"));
    }

    @Test
    public void readsTheImportsOfAClassThatIsNoBean() throws IOException {
        Compilation build = Compilation.in(root)
                .source("a.Imports",
                        "package a; " + IMPORTS + " class Imports { @ComponentImport Runnable r; @JiraImport Iterable<String> i; }");

        assertEquals(List.of(), build.errors());
        assertEquals(List.of("java.lang.Runnable", ""), build.index("imports"));
        assertEquals(List.of("java.lang.Iterable", ""), build.index("imports-jira"));
        assertNull(build.index("component"));
    }

    @Test
    public void writesTheInterfacesOfAnExport() throws IOException {
        Compilation build = Compilation.in(root)
                .source("a.Job", "package a; " + IMPORTS
                        + " @Named @ExportAsService({Runnable.class, java.io.Closeable.class}) abstract class Job implements Runnable, java.io.Closeable {}")
                .source("a.Plain", "package a; " + IMPORTS
                        + " @JiraComponent @ExportAsService class Plain implements Runnable { public void run() {} }");

        assertEquals(1, build.errors().size());

        Compilation corrected = Compilation.in(root)
                .source("a.Job", "package a; " + IMPORTS
                        + " @Named @ExportAsService({Runnable.class, java.io.Closeable.class}) class Job implements Runnable, java.io.Closeable {"
                        + " public void run() {} public void close() {} }")
                .source("a.Plain", "package a; " + IMPORTS
                        + " @JiraComponent @ExportAsService class Plain implements Runnable { public void run() {} }");
        assertEquals(List.of(), corrected.errors());
        assertEquals(List.of("a.Job#java.io.Closeable,java.lang.Runnable", ""), corrected.index("exports"));
        assertEquals(List.of("a.Plain", ""), corrected.index("exports-jira"));
    }

    @Test
    public void writesTheBinaryNameOfANestedBean() throws IOException {
        Compilation build = Compilation.in(root)
                .source("a.Outer", "package a; " + IMPORTS + " class Outer { @Named static class Inner {} }");

        assertEquals(List.of(), build.errors());
        assertEquals(List.of("a.Outer$Inner", ""), build.index("component"));
    }

    @Test
    public void refusesTwoBeansOfOneName() throws IOException {
        List<String> errors = Compilation.in(root)
                .source("a.Store", "package a; " + IMPORTS + " @Named class Store {}")
                .source("b.Store", "package b; " + IMPORTS + " @JiraComponent class Store {}").errors();

        assertEquals(List.of("bean name store is taken by a.Store and b.Store: name one of them in its annotation"), errors);
    }

    @Test
    public void allowsOneNameInTwoProducts() throws IOException {
        assertEquals(List.of(), Compilation.in(root)
                .source("a.Store", "package a; " + IMPORTS + " @ConfluenceComponent class Store {}")
                .source("b.Store", "package b; " + IMPORTS + " @JiraComponent class Store {}").errors());
    }

    @Test
    public void refusesAnImportNamedLikeABean() throws IOException {
        List<String> errors = Compilation.in(root)
                .source("a.Users", "package a; " + IMPORTS + " @Named class Users { @ComponentImport(\"users\") Runnable r; }").errors();

        assertEquals(1, errors.size());
        assertTrue(errors.get(0), errors.get(0).startsWith("bean name users is taken"));
    }

    @Test
    public void refusesAnExportThatIsNoBean() throws IOException {
        List<String> errors = Compilation.in(root)
                .source("a.Lost", "package a; " + IMPORTS + " @ExportAsService class Lost implements Runnable { public void run() {} }")
                .errors();

        assertEquals(1, errors.size());
        assertTrue(errors.get(0), errors.get(0).contains("a.Lost is exported but is no component"));
    }

    @Test
    public void keepsTheLinesOfClassesAPartialBuildDoesNotTouch() throws IOException {
        Compilation.in(root)
                .source("a.One", "package a; " + IMPORTS + " @Named public class One { @ComponentImport Runnable r; }")
                .source("a.Two", "package a; " + IMPORTS + " @Named public class Two { @ComponentImport Iterable<String> i; }").errors();

        Compilation second = Compilation.in(root)
                .source("a.Two", "package a; " + IMPORTS + " @Named public class Two {}");
        assertEquals(List.of(), second.errors());
        assertEquals(List.of("a.One", "a.Two", ""), second.index("component"));
        assertEquals(List.of("java.lang.Runnable", ""), second.index("imports"));
    }

    @Test
    public void forgetsDeletedClasses() throws IOException {
        Compilation first = Compilation.in(root)
                .source("a.One", "package a; " + IMPORTS + " @JiraComponent public class One {}")
                .source("a.Two", "package a; " + IMPORTS + " @Named public class Two {}");
        first.errors();
        first.delete("a.One");

        Compilation second = Compilation.in(root).source("a.Two", "package a; " + IMPORTS + " @Named public class Two {}");
        assertEquals(List.of(), second.errors());
        assertEquals(List.of("a.Two", ""), second.index("component"));
        assertNull(second.index("component-jira"));
    }
}
