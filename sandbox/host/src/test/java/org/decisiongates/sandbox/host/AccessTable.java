package org.decisiongates.sandbox.host;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Who may ask what, as a file for people to read: a column a role, a line a kind of request, in the cells what is answered. */
public final class AccessTable {

    private final StringBuilder text = new StringBuilder();

    public AccessTable(Collection<String> roles) {
        add("", List.copyOf(roles));
    }

    /** @param cells in the order of the roles */
    public void add(String what, List<String> cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-66s", what));
        cells.forEach(cell -> line.append(String.format(Locale.ROOT, " %-13s", cell)));
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** Compares with the file of this name among the test resources; {@code -Dgolden=accept} writes it. */
    public void assertIs(String file) throws IOException {
        Path table = Path.of("src", "test", "resources", file);
        if ("accept".equals(System.getProperty("golden"))) {
            Files.writeString(table, text);
        }
        assertEquals(file, Files.readString(table), text.toString());
    }

    /** Where the servlets of the packaged app are in a product, below {@code /plugins/servlet}. */
    public static List<String> servletsOf(String product) throws IOException {
        try (JarFile jar = new JarFile(BuiltPlugin.jar().toFile());
                InputStream in = jar.getInputStream(jar.getEntry("atlassian-plugin.xml"))) {
            return Jsoup.parse(in, "UTF-8", "", Parser.xmlParser()).select("servlet[application=" + product + "] > url-pattern").eachText();
        }
    }
}
