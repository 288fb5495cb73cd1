package org.decisiongates.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Lists the packages of libraries on the host's class path, so that nobody keeps export lists by hand. */
public final class Packages {

    private Packages() {
    }

    /** All packages of the jar or folder that holds this class, at or below one of the prefixes (none: all). */
    public static Set<String> beside(Class<?> anchor, String... prefixes) {
        Set<String> found = new TreeSet<>();
        for (String name : classFiles(anchor)) {
            int slash = name.lastIndexOf('/');
            if (slash > 0 && !name.startsWith("META-INF")) {
                String pkg = name.substring(0, slash).replace('/', '.');
                if (prefixes.length == 0
                        || Arrays.stream(prefixes).anyMatch(prefix -> pkg.equals(prefix) || pkg.startsWith(prefix + "."))) {
                    found.add(pkg);
                }
            }
        }
        return found;
    }

    private static Set<String> classFiles(Class<?> anchor) {
        try {
            Path source = Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
            Set<String> names = new TreeSet<>();
            if (Files.isDirectory(source)) {
                try (Stream<Path> files = Files.walk(source)) {
                    files.filter(file -> file.toString().endsWith(".class"))
                            .forEach(file -> names.add(source.relativize(file).toString().replace('\\', '/')));
                }
            } else {
                try (JarFile jar = new JarFile(source.toFile())) {
                    jar.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".class")).forEach(names::add);
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
