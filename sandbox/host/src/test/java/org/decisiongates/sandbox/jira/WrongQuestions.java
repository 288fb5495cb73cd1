package org.decisiongates.sandbox.jira;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.decisiongates.sandbox.host.TestTime;

/** Questions about a week that nobody can answer. */
final class WrongQuestions {

    private WrongQuestions() {
    }

    /** By query, not encoded any further. */
    static Map<String, Wrong> aboutAWeek() {
        Map<String, Wrong> wrong = new LinkedHashMap<>();
        wrong.put("", new Wrong(400, "project=KEY"));
        wrong.put("project=&jql=", new Wrong(400, "project=KEY"));
        wrong.put("week=last", new Wrong(400, "jql=QUERY"));
        wrong.put("project=SHOP&jql=order+by+key", new Wrong(400, "not both"));
        wrong.put("project=SHOP&project=RISK", new Wrong(400, "project"));
        wrong.put("project=SHOP&week=last&week=last", new Wrong(400, "week"));
        for (String week : List.of("nonsense", "0000-W99", "2026-W00", "2026-W54", "2026-W1", "W47", "2026-W47-1", "-2026-W47", "99999-W01",
                "LAST", "%00", "last%0D%0AX-Injected:1",
                "%ED%A0%80", "\uD83D\uDE00", "{0}", "%24%7B7*7%7D", "%3Cscript%3E", "x".repeat(3000))) {
            wrong.put("project=SHOP&week=" + (week.equals("{0}") ? encoded(week) : week.startsWith("\uD83D") ? encoded(week) : week),
                    new Wrong(400, "2026-W47"));
        }
        wrong.put("project=SHOP&week=2999-W01", new Wrong(400, "2999-W01"));
        wrong.put("project=SHOP&week=1999-W01", new Wrong(400, "1999-W01"));
        String longAgo = TestTime.today().minusWeeks(500).format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
        wrong.put("project=SHOP&week=" + longAgo, new Wrong(410, longAgo));
        wrong.put("jql=order+by+key&week=" + longAgo, new Wrong(410, "project=KEY"));
        wrong.put("project=SHOP&rows=5", new Wrong(400, "rows"));
        wrong.put("project=SHOP&Week=last", new Wrong(400, "Week"));
        wrong.put("project=SHOP&%3Cb%3E=1", new Wrong(400, "<b>"));
        wrong.put("project=shopp", new Wrong(404, "shopp"));
        wrong.put("project=S%00HOP", new Wrong(400, "U+0000"));
        wrong.put("project=%0D%0ASet-Cookie:+a=b", new Wrong(404, "Set-Cookie"));
        wrong.put("project=" + "S".repeat(3000), new Wrong(404, "SSS"));
        wrong.put("jql=" + "x".repeat(2001), new Wrong(400, "2000"));
        for (String query : List.of("nonsense =", "\"", "'", "project = NOWHERE", "nosuchfield = 1", "issue in noSuchFunction()",
                "order by nosuchfield", "project = SHOP and",
                "project = SHOP) or (project = SHOP", "(".repeat(900), "project = SHOP \u0000", "\\", "key = ", "created > notADate")) {
            wrong.put("jql=" + encoded(query), new Wrong(query.equals("project = NOWHERE") ? 0 : 400, ""));
        }
        return wrong;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** How a question is refused, and what the words name. */
    record Wrong(int status, String named) {
    }
}
