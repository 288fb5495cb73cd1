package org.decisiongates.confluence.link;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.Test;

/** What races against each other must show the same, and must run as a benchmark runs: with what the benchmark brings and nothing else. */
public class ClientsTest {

    private static final List<String> QUESTIONS = IntStream.range(0, 20).mapToObj(i -> "q" + i).toList();

    @Test
    public void bothShowAPageTheSame() throws IOException {
        List<Optional<String>> shown = QUESTIONS.stream().map(question -> Optional.of(question + "-lead")).toList();
        try (SlowJira jira = new SlowJira(0);
                Clients ours = new Clients.Ours(jira, MonotonicClock.with(Clock.systemUTC()));
                Clients stock = new Clients.Stock(jira, 10_000)) {
            Stream.of(ours, stock).forEach(client -> assertEquals(shown, client.page(QUESTIONS, "lead")));
        }
    }

    @Test
    public void askAsOftenAsThePatternSays() throws IOException {
        try (SlowJira jira = new SlowJira(0);
                Clients ours = new Clients.Ours(jira, MonotonicClock.with(Clock.systemUTC()));
                Clients stock = new Clients.Stock(jira, 10_000)) {
            ours.page(QUESTIONS, "lead");
            assertEquals(1, jira.calls());
            jira.forgets();
            stock.page(QUESTIONS, "lead");
            assertEquals(80, jira.calls());
        }
    }
}
