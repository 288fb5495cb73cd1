package org.decisiongates.text;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.Test;

public class MentionsTest {

    @Test
    public void areReadAsJiraWritesThem() {
        Object[][] table = {{"[~ann] and [~bob.b@example.com]", List.of("ann", "bob.b@example.com")}, {"[~ann][~ann]", List.of("ann")},
                {"\\[~ann]", List.of()}, {"[~]", List.of()}, {"[~ ]", List.of()}, {"[~ann", List.of()}, {"[~a\nb]", List.of()},
                {"ann", List.of()}, {"[[~ann]]", List.of("ann")}, {"[~" + "x".repeat(256) + "]", List.of()}};
        for (Object[] row : table) {
            assertEquals((String) row[0], row[1], List.copyOf(Mentions.in((String) row[0])));
        }
        assertEquals(Mentions.MAX, Mentions.in(IntStream.range(0, 99).mapToObj(i -> "[~u" + i + "]").reduce("", String::concat)).size());
    }

    @Test
    public void areCalledByTheirNames() {
        Map<String, String> names = Map.of("ann", "Ann $1 \\\\ Archer", "bob", "<b>Bob</b>");
        Object[][] table = {{"", ""}, {"none", "none"}, {"[~ann] asks [~ bob ]", "@Ann $1 \\\\ Archer asks @<b>Bob</b>"},
                {"[~ann][~ann]", "@Ann $1 \\\\ Archer@Ann $1 \\\\ Archer"}, {"[~nobody] and \\[~ann]", "[~nobody] and \\[~ann]"}};
        for (Object[] row : table) {
            assertEquals(row[1], Mentions.named((String) row[0], name -> Optional.ofNullable(names.get(name))));
        }
        String everybody = IntStream.range(0, 99).mapToObj(i -> "[~u" + i + "]").reduce("", String::concat);
        assertEquals("only so many are asked for", Mentions.MAX,
                Mentions.named(everybody, Optional::of).chars().filter(c -> c == '@').count());
    }
}
