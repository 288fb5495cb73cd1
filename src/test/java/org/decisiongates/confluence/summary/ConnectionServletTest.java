package org.decisiongates.confluence.summary;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.LinkState;
import org.decisiongates.json.Json;

public class ConnectionServletTest {

    private static final LinkState PRIMARY = new LinkState("a", true, Optional.empty(), Optional.of(Duration.ofMillis(12_900)));
    private static final LinkState OTHER = new LinkState("b", false, Optional.empty(), Optional.empty());
    private static final LinkState DEAD = new LinkState("c", false, Optional.of(Reason.TOO_SLOW), Optional.of(Duration.ofHours(1)));

    @Test
    public void saysHowEachLinkWorks() {
        assertEquals("{\"status\":\"warning\",\"links\":[{\"link\":\"a\",\"primary\":true,\"state\":\"answers\",\"answeredSeconds\":12},"
                + "{\"link\":\"b\",\"primary\":false,\"state\":\"not-asked-yet\",\"answeredSeconds\":null},"
                + "{\"link\":\"c\",\"primary\":false,\"state\":\"too-slow\",\"answeredSeconds\":3600}]}",
                Json.write(ConnectionServlet.Reply.of(List.of(PRIMARY, OTHER, DEAD))));
    }

    @Test
    public void isAsBadAsTheLinkThatMacrosAskByThemselves() {
        assertEquals("ok", ConnectionServlet.Reply.of(List.of(PRIMARY, OTHER)).status());
        assertEquals("error", ConnectionServlet.Reply.of(List.of()).status());
        assertEquals("error", ConnectionServlet.Reply.of(List.of(OTHER)).status());
        assertEquals("error", ConnectionServlet.Reply.of(List.of(
                new LinkState("a", true, Optional.of(Reason.UNREACHABLE), Optional.empty()), OTHER)).status());
    }
}
