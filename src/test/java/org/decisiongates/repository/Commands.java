package org.decisiongates.repository;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.decisiongates.fixture.Tree;

/** What a Maven command on a page takes for granted, and whether the build has it. */
final class Commands {

    private static final Set<String> PHASES = Set.of("clean", "validate", "compile", "test", "package", "verify", "install");
    /** Maven's own plugins read these. */
    private static final Set<String> MAVENS = Set.of("test", "it.test", "skipITs", "skipTests");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^ *|`)(mvn(?: [^`\\n]+)?)");
    private static final Pattern SWITCH = Pattern.compile("(?m)^\\| `(-[^`]+)`");

    private final String poms;
    private final List<Path> sources;
    private final String texts;

    /** The build below {@code root}. */
    Commands(Path root) {
        poms = text(files(root, "pom.xml"));
        sources = files(root, ".java");
        texts = poms + text(sources);
    }

    /** The commands of a page, and the switches its tables begin their rows with, each as it is typed. */
    static List<String> of(String page) {
        return Stream.of(COMMAND, SWITCH).flatMap(pattern -> pattern.matcher(page).results()).map(match -> match.group(1).strip())
                .distinct().toList();
    }

    /** Every word of {@code command} that this build does not know. */
    Set<String> unknown(String command) {
        Set<String> unknown = new TreeSet<>();
        List<String> words = List.of(command.split(" +"));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean value = i > 0 && List.of("-pl", "-f").contains(words.get(i - 1));
            if (!(value ? poms.contains("<artifactId>" + word.replace(":", "") + "</artifactId>") || word.endsWith("pom.xml")
                    : isKnown(word))) {
                unknown.add(word);
            }
        }
        return unknown;
    }

    private boolean isKnown(String word) {
        if (word.startsWith("-P")) {
            return poms.contains("<id>" + word.substring(2) + "</id>");
        }
        if (word.startsWith("-D")) {
            String[] property = word.substring(2).split("=", 2);
            return MAVENS.contains(property[0]) ? property.length == 1 || isTest(property[1])
                    : Stream.of("\"%s\"", "${%s}", "<%s>").anyMatch(form -> texts.contains(String.format(form, property[0])));
        }
        if (word.matches("[a-z]+:[a-z]+")) {
            String prefix = word.substring(0, word.indexOf(':'));
            return Stream.of(prefix + "-maven-plugin", "maven-" + prefix + "-plugin").anyMatch(poms::contains);
        }
        return word.equals("mvn") || word.matches("-am|-N|-o|-pl|-f") || PHASES.contains(word);
    }

    /** NAME stands for any. */
    private boolean isTest(String name) {
        return name.equals("NAME") || sources.stream().anyMatch(file -> file.getFileName().toString().equals(name + ".java"));
    }

    private static List<Path> files(Path root, String suffix) {
        return Stream.concat(Stream.of("src", "sandbox", "atlassian").flatMap(folder -> Tree.files(root.resolve(folder), suffix).stream()),
                Stream.of(root.resolve(suffix)).filter(Files::isRegularFile)).filter(file -> !file.toString().contains("/target/"))
                .toList();
    }

    private static String text(List<Path> files) {
        return String.join("\n", files.stream().map(Tree::text).toList());
    }
}
