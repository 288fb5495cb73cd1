package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/**
 * A picture of docs/images, and what it claims: headings, labels, buttons and menus that can be read in it, with # for numbers. A test
 * that comes by where it is taken compares; {@code -Dgolden=accept} takes it again, with what it claims then.
 */
record DocsPicture(String name) {

    static final Path IMAGES = root().resolve("docs/images");
    private static final Path CLAIMS = root().resolve("sandbox/e2e/src/test/resources/pictures");
    private static final String READABLE = """
            const part = arguments[0], seen = [];
            const frame = part ? part.getBoundingClientRect() : {left: 0, top: 0, right: innerWidth, bottom: innerHeight};
            for (const one of (part || document).querySelectorAll(
                    'h1, h2, h3, h4, h5, legend, label, thead th, nav a, button, .aui-button')) {
                const box = one.getBoundingClientRect();
                const x = box.left + box.width / 2, y = box.top + box.height / 2;
                const there = box.width > 1 && x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
                const top = there && (part ? one : document.elementFromPoint(x, y));
                const text = (one.innerText || one.value || '').trim().split('\\n')[0].replace(/\\d+/g, '#');
                if (top && (one.contains(top) || top.contains(one)) && text && !seen.includes(text)) {
                    seen.push(text);
                }
            }
            return seen;""";

    private static Path root() {
        return Path.of(System.getProperty("sandbox.host"), "../..").toAbsolutePath().normalize();
    }

    /** What can be read where this picture is taken is what it claims; else it has to be taken again. */
    void isOf(Browser browser, WebElement part) {
        String claims = ((List<?>) browser.script(READABLE, part)).stream().map(String::valueOf)
                .collect(Collectors.joining("\n", "", "\n"));
        Path file = CLAIMS.resolve(name + ".txt");
        try {
            if ("accept".equals(System.getProperty("golden"))) {
                Files.createDirectories(CLAIMS);
                Files.writeString(file, claims);
                Files.write(IMAGES.resolve(name + ".png"), part == null ? browser.driver().getScreenshotAs(OutputType.BYTES)
                        : part.getScreenshotAs(OutputType.BYTES));
            }
            assertEquals("docs/images/" + name + ".png shows what is not so any more: take it again, as docs/testing.md says",
                    Files.readString(file), claims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> taken() throws IOException {
        return names(IMAGES, ".png");
    }

    static Set<String> claimed() throws IOException {
        return names(CLAIMS, ".txt");
    }

    private static Set<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(ending))
                    .map(file -> file.substring(0, file.length() - ending.length())).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
