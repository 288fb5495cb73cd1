package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.Tree;

/** The formatter wraps code, and leaves comments as they are. */
public class LineLengthTest {

    private static final int LONGEST = 140;
    /** Lists of words, which are looked up and not read. */
    private static final Path WORDS = Path.of("org", "decisiongates", "text", "content");

    @Test
    public void noLineOfTheAppIsLongerThanAScreenIsWide() throws IOException {
        List<String> longer = new ArrayList<>();
        Path sources = Tree.ROOT.resolve("src/main/java");
        for (Path file : Tree.files(sources, ".java")) {
            if (!file.startsWith(sources.resolve(WORDS))) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).length() > LONGEST) {
                        longer.add(sources.relativize(file) + ":" + (i + 1));
                    }
                }
            }
        }
        assertEquals(List.of(), longer);
    }
}
