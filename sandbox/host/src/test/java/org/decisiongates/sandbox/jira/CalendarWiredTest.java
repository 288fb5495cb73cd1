package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Proofs;
import org.decisiongates.sandbox.host.RunningBox;
import org.decisiongates.sandbox.host.SandboxTime;

/**
 * What people see of the sample when they start at odd moments, on a server that lives in another zone than the project: a Monday just
 * begun, the new year and a change of the clocks; with {@code -Dproofs} four more.
 */
@RunWith(Parameterized.class)
public class CalendarWiredTest {

    @Rule
    public final Boxes boxes = new Boxes();

    private final TimeZone zone = TimeZone.getDefault();
    private final Clock clock;
    private final String server;
    private final String week;
    private final String before;

    public CalendarWiredTest(String moment, String server, String week, String before) {
        this.clock = SandboxTime.startingAt(SandboxTime.parse(moment, ZoneOffset.UTC));
        this.server = server;
        this.week = week;
        this.before = before;
    }

    @Parameters(name = "{0}, server in {1}")
    public static List<String[]> moments() {
        return Proofs.of(List.of(new String[] {"2026-11-16T00:01[Europe/Berlin]", "America/New_York", "2026-W47", "2026-W46"},
                new String[] {"2027-01-01T09:00[America/New_York]", "Asia/Kathmandu", "2026-W53", "2026-W52"},
                new String[] {"2027-03-28T03:10[Europe/Berlin]", "Europe/Berlin", "2027-W12", "2027-W11"},
                new String[] {"2027-01-03T20:00[America/New_York]", "Europe/Berlin", "2026-W53", "2026-W52"},
                new String[] {"2027-01-04T00:05[Asia/Kathmandu]", "UTC", "2027-W01", "2026-W53"},
                new String[] {"2026-11-01T01:30-05:00[America/New_York]", "Pacific/Kiritimati", "2026-W44", "2026-W43"},
                new String[] {"2028-02-29T23:30Z", "America/Los_Angeles", "2028-W09", "2028-W08"}), 3);
    }

    @After
    public void comeBack() {
        TimeZone.setDefault(zone);
    }

    @Test
    public void theSampleTellsItsStory() throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(server));
        JiraProduct product = new JiraProduct();
        RunningBox box = boxes.start(product, boxes.options().withClock(clock), BuiltPlugin.jar());
        WiredJira wired = WiredJira.around(box, product.jira());
        wired.awaitHistory();
        LocalDate today = LocalDate.now(clock);
        JsonNode now = wired.get("lead", "/rest/decision-gates/1.0/summary?project=SHOP").json();
        assertEquals(week, now.at("/header/week").asText());
        assertEquals(TimeZone.getTimeZone(clock.getZone()).getID(), now.at("/header/zone").asText());
        assertEquals("current", now.at("/header/numbers").asText());
        OpenModel model = OpenModel.of(wired, "SHOP", "lead");
        assertEquals(model.blockers().size(), now.at("/blockers/total").asInt());
        assertEquals(model.decisions().size(), now.at("/decisions/total").asInt());
        assertEquals(model.owners(), OpenModel.owners(now));
        // one Blocker is due the Sunday before, one on Thursday; one Decision on Tuesday
        assertEquals(today.getDayOfWeek().compareTo(DayOfWeek.THURSDAY) > 0 ? List.of("SHOP-15", "SHOP-22") : List.of("SHOP-15"),
                overdue(now.at("/blockers/rows")));
        assertEquals(today.getDayOfWeek().compareTo(DayOfWeek.TUESDAY) > 0, overdue(now.at("/decisions/rows")).contains("SHOP-6"));
        // what happened from Monday to Friday has happened, whatever the day
        assertEquals("closed this week: " + now.at("/closures"), 9, now.at("/closures/total").asInt());
        assertEquals("blockers-overdue", now.at("/headline/rule").asText());
        assertTrue(now.at("/impact/rows").size() + now.at("/movement/rows").size() > 0);
        JsonNode last = wired.get("lead", "/rest/decision-gates/1.0/summary?project=SHOP&week=last").json();
        assertEquals(before, last.at("/header/week").asText());
        String page = wired.get("lead", "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link").body();
        assertTrue(page,
                page.contains("Week " + Integer.parseInt(week.substring(6)) + ", ") && page.contains("Week before")
                        && page.contains("week=" + before)
                        && !page.contains("Week after"));
        assertFalse(page.contains("could not be shown"));
        assertEquals("nothing is of the future", 0,
                wired.post("lead", "/rest/api/2/search", "{'jql':'project = SHOP and (created > now() or updated > now())'}").json()
                        .path("total").asInt());
    }

    private static List<String> overdue(JsonNode rows) {
        List<String> keys = new ArrayList<>();
        rows.forEach(row -> {
            if (row.path("overdue").asBoolean()) {
                keys.add(row.path("key").asText());
            }
        });
        return keys.stream().sorted().toList();
    }
}
