package org.decisiongates.sandbox.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.openqa.selenium.JavascriptExecutor;

/** Asks axe-core what of a page somebody cannot use: WCAG 2 at levels A and AA. */
final class Accessibility {

    private static final String RUN = """
            const [scope, done] = arguments;
            axe.run(scope, {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}, resultTypes: ['violations', 'passes']})
                .then(result => done(result), failure => done(String(failure)));""";

    private Accessibility() {
    }

    /** What is wrong inside the elements of {@code selector}, one line each; an error when nothing there was examined. */
    static List<String> complaints(Browser browser, String selector) {
        JavascriptExecutor page = (JavascriptExecutor) browser.driver();
        page.executeScript(axe());
        Object result = page.executeAsyncScript(RUN, selector);
        if (!(result instanceof Map<?, ?> found) || ((List<?>) found.get("passes")).isEmpty()) {
            throw new AssertionError("axe-core examined nothing in " + selector + ": " + result);
        }
        return ((List<?>) found.get("violations")).stream().map(Map.class::cast).map(one -> one.get("id") + ": " + one.get("help") + " at "
                + ((List<?>) one.get("nodes")).stream().map(Map.class::cast).map(node -> String.valueOf(node.get("target"))).limit(5)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String axe() {
        try {
            return Files.readString(Path.of(System.getProperty("sandbox.host"), "node_modules/axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
