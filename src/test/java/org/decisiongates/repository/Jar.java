package org.decisiongates.repository;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A jar, read entry by entry. */
final class Jar {

    /** One clause of a header: a package, and what follows it. Commas in quotes belong to the clause. */
    private static final Pattern CLAUSE = Pattern.compile("([^,;\"]+)((?:;[^,\"]*(?:\"[^\"]*\"[^,\"]*)*)?)(?:,|$)");

    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Manifest manifest;

    private Jar(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            manifest = jar.getManifest();
            for (var entry : java.util.Collections.list(jar.entries())) {
                if (!entry.isDirectory()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        entries.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
    }

    static Jar of(Path file) {
        try {
            return new Jar(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> names() {
        return entries.keySet();
    }

    byte[] bytes(String name) {
        return entries.get(name);
    }

    /** The lines of a text entry; none when there is no such entry. */
    List<String> lines(String name) {
        return entries.containsKey(name) ? new String(entries.get(name), StandardCharsets.UTF_8).lines().toList() : List.of();
    }

    String header(String name) {
        return manifest.getMainAttributes().getValue(name);
    }

    /** The imported packages with their attributes as written. */
    Map<String, String> imports() {
        return importsOf(manifest);
    }

    /** The imported packages of a manifest with their attributes as written. */
    static Map<String, String> importsOf(Manifest manifest) {
        Map<String, String> imports = new TreeMap<>();
        Matcher clause = CLAUSE.matcher(manifest.getMainAttributes().getValue("Import-Package"));
        while (clause.find()) {
            imports.put(clause.group(1).strip(), clause.group(2));
        }
        return imports;
    }

    boolean hasClass(String name) {
        return entries.containsKey(name.replace('.', '/') + ".class");
    }

    /** Names of the classes in it, innermost included. */
    List<String> classes() {
        return names().stream().filter(name -> name.endsWith(".class")).map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                .toList();
    }

    /** Major version of a class file. */
    int classVersion(String className) {
        byte[] bytes = bytes(className.replace('.', '/') + ".class");
        return (bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF;
    }

    /** Every text in the constant pool of a class: names of types, signatures of members, annotations. */
    Set<String> constants(String className) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes(className.replace('.', '/') + ".class")))) {
            in.skipNBytes(8);
            List<String> texts = new ArrayList<>();
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.add(in.readUTF());
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    default -> throw new IOException("unknown constant " + tag + " in " + className);
                }
            }
            return new TreeSet<>(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
