package org.decisiongates.sandbox.artefacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table {@code atlassian/ARTEFACTS.md}: which artefact brings which packages, and how it reaches the class path. */
final class Artefacts {
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| `([^`:]+:[^`:]+)` \\| ([^|]+?) \\| [^|]+ \\|");
    private static final Pattern THROUGH = Pattern.compile("through `([^`]+)`");
    private static final Set<String> SCOPES = Set.of("provided", "test");
    private static final String NOT_AT_ALL = "not at all";

    private final List<Row> rows;

    private Artefacts(List<Row> rows) {
        this.rows = rows;
    }

    static Artefacts of(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(row.group(1), row.group(2), row.group(3)));
            } else if (line.startsWith("| `")) {
                throw new IOException(file + " has a row that cannot be read: " + line);
            }
        }
        return new Artefacts(List.copyOf(rows));
    }

    List<Row> rows() {
        return rows;
    }

    /** The narrowest row for a class, by its binary name. */
    Optional<Row> of(String className) {
        return rows.stream().filter(row -> row.covers(className)).max(Comparator.comparingInt(row -> row.packages().length()));
    }

    /** Every artefact of the table that reaches the class path at all. */
    Set<String> used() {
        Set<String> used = new TreeSet<>();
        rows.stream().filter(row -> !row.isUnused()).forEach(row -> used.add(row.artefact()));
        return used;
    }

    /** What an artefact brings along: those that are reached through it. */
    Set<String> behind(String artefact) {
        Set<String> behind = new TreeSet<>();
        rows.stream().filter(row -> row.through().filter(artefact::equals).isPresent()).forEach(row -> behind.add(row.artefact()));
        return behind;
    }

    /** One row. {@code packages} is a package, a package and all below it ({@code .*}), or a class. */
    record Row(String packages, String artefact, String how) {

        boolean covers(String className) {
            String top = className.contains("$") ? className.substring(0, className.indexOf('$')) : className;
            if (packages.endsWith(".*")) {
                return top.startsWith(packages.substring(0, packages.length() - 1));
            }
            return top.equals(packages) || top.substring(0, top.lastIndexOf('.')).equals(packages);
        }

        /** The scope it is declared with in the profile, if it is. */
        Optional<String> scope() {
            return Optional.of(how).filter(SCOPES::contains);
        }

        Optional<String> through() {
            Matcher through = THROUGH.matcher(how);
            return through.matches() ? Optional.of(through.group(1)) : Optional.empty();
        }

        boolean isUnused() {
            return how.equals(NOT_AT_ALL);
        }

        boolean isUnderstood() {
            return scope().isPresent() || through().isPresent() || isUnused();
        }
    }
}
