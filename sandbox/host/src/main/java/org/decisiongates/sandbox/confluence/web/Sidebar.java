package org.decisiongates.sandbox.confluence.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.decisiongates.sandbox.confluence.model.PageAddress;
import org.decisiongates.sandbox.confluence.model.PageLine;
import org.decisiongates.sandbox.confluence.model.Permission;
import org.decisiongates.sandbox.confluence.model.Space;
import org.decisiongates.sandbox.confluence.model.Wiki;

/**
 * The left side of a space's pages.
 *
 * @param mayEdit whether the viewer may add pages
 * @param rows    the page tree, top down
 */
public record Sidebar(String key, String name, String initials, boolean mayEdit, List<Row> rows) {

    /** A page in the tree, {@code depth} levels below the top. */
    public record Row(int depth, String title, String path, boolean current) {
    }

    static Sidebar of(Wiki wiki, Space space, Optional<String> viewer, Optional<Long> current) {
        List<PageLine> lines = wiki.pages().inSpace(space.key());
        Map<Long, List<PageLine>> below = lines.stream().collect(Collectors.groupingBy(line -> line.parent().orElse(0L)));
        List<Row> rows = new ArrayList<>();
        append(space.key(), below, 0L, 0, current, rows);
        return new Sidebar(space.key(), space.name(), space.initial(),
                wiki.spaces().may(viewer, Permission.EDIT, space.key()), rows);
    }

    private static void append(String space, Map<Long, List<PageLine>> below, long parent, int depth, Optional<Long> current,
            List<Row> rows) {
        for (PageLine line : below.getOrDefault(parent, List.of())) {
            rows.add(new Row(Math.min(depth, 6), line.title(), PageAddress.of(space, line.title(), line.id()),
                    current.isPresent() && current.get() == line.id()));
            append(space, below, line.id(), depth + 1, current, rows);
        }
    }
}
