package org.decisiongates.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.decisiongates.fixture.Tree;

/** Reads out of scripts, poms and Java sources what they take from outside the checkout: programs, fonts, npm packages. */
final class Outside {

    private static final Set<String> OF_THE_SHELL = Arrays
            .stream(("if then else elif fi for in do done while until case esac function select time local declare export "
                    + "readonly unset set shift trap exit return cd echo printf read test true false command type wait kill exec eval source break continue umask alias let")
                    .split(" "))
            .collect(Collectors.toSet());
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules");
    private static final Pattern HERE_DOCUMENT = Pattern.compile("<<-?'?(\\w+)'?[^\\n]*\\n.*?\\n\\1(?=\\n|$)", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$", Pattern.MULTILINE);
    private static final Pattern ARITHMETIC = Pattern.compile("\\$\\(\\([^)]*\\)\\)");
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\(\\s*([a-z][\\w.+-]*)");
    private static final Pattern QUOTED = Pattern.compile("'[^'\\n]*'|\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern FUNCTION = Pattern.compile("^\\s*(\\w+)\\(\\)", Pattern.MULTILINE);
    private static final Pattern COMMAND = Pattern.compile("(?:^|[;|&({]|\\)\\s|\\b(?:then|do|else)\\s)\\s*"
            + "(?:(?:[A-Za-z_]+=\\S*|exec|command -v|if|then|do|else|while|until|elif|!)\\s+)*([a-z][a-z0-9_.+-]*)(?=\\s|$|;)",
            Pattern.MULTILINE);
    /** The ways in which tests of this repository start something, or look for it. */
    private static final Pattern IN_JAVA = Pattern
            .compile("new ProcessBuilder\\(\\s*(?:List\\.of\\(\\s*)?\"([^\"]+)\"|\"bin\", \"([a-z]+)\"|\\bfind\\(\"([a-z]+)\"\\)"
                    + "|Path\\.of\\(folder, \"([a-z]+)\"\\)|\\brun\\(\"([a-z]+) ");
    private static final Pattern IN_POM = Pattern.compile("<executable>([^<$]+)</executable>");
    private static final Pattern IN_NODE = Pattern.compile("\\b(?:spawn|exec)\\w*\\(\\s*'([a-z]+)'");
    private static final Pattern FONT = Pattern.compile("\"([A-Z][A-Za-z]+ (?:Sans|Serif|Mono)(?: [A-Z][a-z]+)*)\"");
    private static final Pattern NPM = Pattern.compile("node_modules/((?:@[\\w.-]+/)?\\w[\\w.-]*)");

    private Outside() {
    }

    /** Programs that a shell script calls, its own functions and the shell's aside. */
    static Set<String> programsOfScript(String script) {
        String text = script.replace("\\\n", " ");
        text = HERE_DOCUMENT.matcher(text).replaceAll("\n");
        text = COMMENT.matcher(text).replaceAll("$1");
        text = ARITHMETIC.matcher(text).replaceAll("0");
        Set<String> found = all(SUBSTITUTION, text);
        text = QUOTED.matcher(text).replaceAll("\"\"");
        found.addAll(all(COMMAND, text));
        found.removeAll(OF_THE_SHELL);
        found.removeAll(all(FUNCTION, text));
        return found;
    }

    static Set<String> programsOfJava(String source) {
        Set<String> found = all(IN_JAVA, source);
        found.removeAll(OF_THE_SHELL);
        return found;
    }

    static Set<String> programsOfPom(String pom) {
        return all(IN_POM, pom);
    }

    static Set<String> programsOfNode(String script) {
        return all(IN_NODE, script);
    }

    static Set<String> fonts(String source) {
        return all(FONT, source);
    }

    static Set<String> npmPackages(String source) {
        return all(NPM, source);
    }

    /** The files of this repository that may need something; what was built and what npm brought is not ours. */
    static List<Path> files() {
        List<Path> files = new ArrayList<>(List.of(Tree.ROOT.resolve("pom.xml")));
        for (String top : List.of(".ci", "src", "sandbox", "atlassian")) {
            try {
                Files.walkFileTree(Tree.ROOT.resolve(top), new SimpleFileVisitor<>() {

                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return NOT_OURS.contains(folder.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        files.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    found.add(matcher.group(group));
                }
            }
        }
        return found;
    }
}
