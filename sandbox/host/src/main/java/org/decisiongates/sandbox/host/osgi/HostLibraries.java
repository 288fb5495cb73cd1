package org.decisiongates.sandbox.host.osgi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * Third-party libraries that a product exports although no app may lean on them: Confluence 10.2 was seen exporting its own Jackson 2;
 * that one exports Jackson 3 is the worse case. The sandbox exports the packages with a marker and no class, so that an app that imports
 * what it embeds fails at the first use: an import wins over the bundle's own class path.
 */
public final class HostLibraries {

    /** The resource beside the classes of each exported package. */
    public static final String MARKER = "of-the-host.txt";

    private static final Map<String, List<String>> PACKAGES = Map.of(
            "com.fasterxml.jackson.core",
            List.of("", ".async", ".base", ".exc", ".filter", ".format", ".io", ".io.schubfach", ".json", ".json.async",
                    ".sym", ".type", ".util"),
            "com.fasterxml.jackson.annotation", List.of(""),
            "com.github.benmanes.caffeine.cache", List.of("", ".stats"),
            "tools.jackson.core",
            List.of("", ".async", ".base", ".exc", ".filter", ".io", ".io.schubfach", ".json", ".json.async", ".sym", ".tree", ".type",
                    ".util"),
            "tools.jackson.databind",
            List.of("", ".annotation", ".cfg", ".deser", ".deser.std", ".exc", ".introspect", ".json", ".module", ".node", ".ser",
                    ".type", ".util"),
            "com.fasterxml.jackson.databind", List.of("", ".annotation", ".deser", ".json", ".module", ".node", ".ser", ".type", ".util"));
    private static final String VERSION = "2.14.3";

    private HostLibraries() {
    }

    /** A bundle that exports them. */
    static InputStream bundle() {
        List<String> names = PACKAGES.entrySet().stream().flatMap(one -> one.getValue().stream().map(suffix -> one.getKey() + suffix))
                .sorted().toList();
        Manifest header = new Manifest();
        Attributes main = header.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "sandbox.host-libraries");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Export-Package", names.stream().map(name -> name + ";version=\"" + VERSION + "\"").collect(Collectors.joining(",")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, header)) {
            for (String name : names) {
                jar.putNextEntry(new JarEntry(name.replace('.', '/') + "/" + MARKER));
                jar.write(VERSION.getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("The host's libraries cannot be packed", e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
