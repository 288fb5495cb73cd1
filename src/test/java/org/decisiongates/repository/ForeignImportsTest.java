package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;

import org.junit.Test;

import org.decisiongates.fixture.Tree;

/** Platform 9 takes third-party libraries out of what hosts export: each that we still import has a reason on a page. */
public class ForeignImportsTest {

    private static final String PAGE = Tree.text(Tree.ROOT.resolve("docs/guide/build-with-the-sdk.md"));

    @Test
    public void everyForeignPackageHasAReason() throws IOException {
        try (var in = Files.newInputStream(Tree.ROOT.resolve("target/classes/META-INF/MANIFEST.MF"))) {
            Set<String> imported = Jar.importsOf(new Manifest(in)).keySet();
            assertEquals(ForeignImports.among(imported), ForeignImports.explainedBy(PAGE));
        }
    }

    @Test
    public void noticesALibraryOfTheHost() {
        assertEquals(new TreeSet<>(List.of("com.fasterxml.jackson.core", "com.google.common.base", "org.springframework.web")),
                ForeignImports.among(List.of(
                        "com.google.common.base", "com.atlassian.sal.api", "jakarta.inject", "com.fasterxml.jackson.core", "org.slf4j",
                        "javax.xml.parsers",
                        "org.springframework.beans.factory", "org.springframework.web", "net.java.ao", "org.osgi.framework")));
    }
}
