package org.decisiongates.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;

/**
 * The files below {@code META-INF/plugin-components}, whoever wrote them: our annotation processor, or the real scanner in the profile
 * {@code atlassian}. What should stand there is read from byte code, so that neither is asked about its own work. Format as documented
 * and as seen in published apps: one entry a line, UTF-8, {@code type} or {@code type#name}, exports {@code type#interface,interface};
 * the product after a hyphen in the name of the file.
 */
final class ComponentIndex {

    private static final String SCANNER = "com.atlassian.plugin.spring.scanner.annotation.";
    private static final Map<String, String> PRODUCTS = Map.of("Jira", "-jira", "Confluence", "-confluence");
    private static final Pattern NAME = Pattern.compile("(component|imports|exports)(-jira|-confluence)?");
    private static final Pattern LINE = Pattern.compile("[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)+(#[\\w.$]+(,[\\w.$]+)*)?");

    private ComponentIndex() {
    }

    /** What the classes ask for: the name of a file, and its lines. */
    static SortedMap<String, SortedSet<String>> wantedBy(JavaClasses classes) {
        SortedMap<String, SortedSet<String>> wanted = new TreeMap<>();
        for (JavaClass type : classes) {
            List<String> suffixes = suffixes(type, "component.", "Component");
            Stream<JavaAnnotation<?>> neutral = Stream.of("jakarta.inject.Named", "org.springframework.stereotype.Component")
                    .flatMap(name -> annotation(type, name).stream());
            Stream<JavaAnnotation<?>> own = PRODUCTS.keySet().stream()
                    .flatMap(product -> annotation(type, SCANNER + "component." + product + "Component").stream());
            List<String> names = Stream.concat(neutral, own).map(ComponentIndex::value).toList();
            if (suffixes.isEmpty() && !names.isEmpty()) {
                suffixes = List.of("");
            }
            String name = names.stream().filter(text -> !text.isEmpty()).findFirst().orElse("");
            for (String suffix : suffixes) {
                add(wanted, "component" + suffix, type.getName(), name);
                annotation(type, SCANNER + "export.ExportAsService")
                        .ifPresent(export -> add(wanted, "exports" + suffix, type.getName(), interfaces(export)));
            }
            type.getFields().forEach(field -> addImports(wanted, field, field.getRawType().getName()));
            for (JavaConstructor constructor : type.getConstructors()) {
                constructor.getParameters().forEach(parameter -> addImports(wanted, parameter, parameter.getRawType().getName()));
            }
        }
        return wanted;
    }

    /** What stands in {@code folder}: the name of a file, and its text. */
    static SortedMap<String, String> writtenIn(Path folder) {
        SortedMap<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                written.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    /** Every difference, and every departure from the format. */
    static List<String> complaints(SortedMap<String, SortedSet<String>> wanted, SortedMap<String, String> written) {
        List<String> complaints = new ArrayList<>();
        written.forEach((name, text) -> {
            if (!NAME.matcher(name).matches()) {
                complaints.add("no scanner reads a file " + name);
            }
            List<String> lines = List.of(text.split("\n", -1));
            lines.subList(0, lines.size() - 1).stream().filter(line -> !LINE.matcher(line).matches())
                    .forEach(line -> complaints.add(name + " holds the line '" + line + "'"));
            if (!text.endsWith("\n")) {
                complaints.add(name + " does not end its last line");
            }
            if (new TreeSet<>(lines).size() != lines.size()) {
                complaints.add(name + " says something twice");
            }
            text.lines().filter(line -> !wanted.getOrDefault(name, new TreeSet<>()).contains(line))
                    .forEach(line -> complaints.add(name + " should not list " + line));
        });
        wanted.forEach((name, lines) -> {
            List<String> there = written.getOrDefault(name, "").lines().toList();
            lines.stream().filter(line -> !there.contains(line)).forEach(line -> complaints.add(name + " lacks " + line));
        });
        return complaints;
    }

    private static void addImports(SortedMap<String, SortedSet<String>> wanted, HasAnnotations<?> place, String service) {
        annotation(place, SCANNER + "imports.ComponentImport").ifPresent(any -> add(wanted, "imports", service, value(any)));
        PRODUCTS.forEach((product, suffix) -> annotation(place, SCANNER + "imports." + product + "Import")
                .ifPresent(found -> add(wanted, "imports" + suffix, service, value(found))));
    }

    private static List<String> suffixes(HasAnnotations<?> place, String folder, String ending) {
        return PRODUCTS.entrySet().stream().filter(product -> annotation(place, SCANNER + folder + product.getKey() + ending).isPresent())
                .map(Map.Entry::getValue).sorted().toList();
    }

    private static void add(SortedMap<String, SortedSet<String>> wanted, String file, String type, String addition) {
        wanted.computeIfAbsent(file, any -> new TreeSet<>()).add(addition.isEmpty() ? type : type + "#" + addition);
    }

    private static Optional<JavaAnnotation<?>> annotation(HasAnnotations<?> place, String name) {
        return place.getAnnotations().stream().filter(annotation -> annotation.getRawType().getName().equals(name))
                .<JavaAnnotation<?>>map(found -> found).findFirst();
    }

    private static String value(JavaAnnotation<?> annotation) {
        return annotation.get("value").map(Object::toString).orElse("");
    }

    private static String interfaces(JavaAnnotation<?> export) {
        return Stream.of((Object[]) export.get("value").orElse(new Object[0])).map(type -> ((JavaClass) type).getName()).sorted()
                .collect(Collectors.joining(","));
    }
}
