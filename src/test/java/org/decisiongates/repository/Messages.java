package org.decisiongates.repository;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.Tree;

/** The bundles of texts, one a capability. */
final class Messages {

    static final List<String> BUNDLES = BundleTexts.BUNDLES;

    private Messages() {
    }

    static ResourceBundle of(String bundle) {
        try (Reader reader = Files.newBufferedReader(file(bundle), StandardCharsets.ISO_8859_1)) {
            return new java.util.PropertyResourceBundle(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(String bundle) {
        return Tree.RESOURCES.resolve(bundle.replace('.', '/') + ".properties");
    }

    /** The keys in the order of the file. */
    static List<String> keysInOrder(String bundle) {
        return Tree.text(file(bundle)).lines().filter(line -> line.matches("[a-z][^#=]*=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    static Set<String> keysOf(String bundle) {
        return new TreeSet<>(of(bundle).keySet());
    }
}
