package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.ResolutionRow;
import org.decisiongates.sandbox.jira.model.StatusRow;

/**
 * Projects with any number of Decisions and Blockers, made up by PostgreSQL itself: half of each is open, and a quarter as many again were
 * settled this week; three entries of the journal an item, written in the order of time. The same every time but for the days.
 */
final class ManyItems {

    private static final String ISSUES = """
            insert into jira_issue (issue_key, issue_number, project_id, issue_type, summary, reporter, creator, priority, status, resolution, due_date, created,
                updated, resolved)
            select :key || '-' || n, n, :project, case when n % 2 = 0 then :decision else :blocker end, 'Matter ' || n || ' of the storefront, to be settled before the launch',
                'lead', 'lead', :priority, case when n <= :open then case when n % 2 = 0 then :review else :resolving end else case when n % 2 = 0 then :decided else :resolved end end,
                case when n > :open then :done end, to_char(cast(:today as date) + cast(n * 7919 % 60 - 20 as int), 'YYYY-MM-DD'), :began - n * 104729 % 330 * 86400000,
                :began - n * 104729 % 330 * 86400000, case when n > :open then :settled end
            from generate_series(1, cast(:all as bigint)) n""";
    private static final String OWNERS = """
            insert into jira_issue_value (issue_id, field_id, seq, text_value)
            select id, :owner, 0, (array['owner', 'lead', 'stakeholder', 'former'])[1 + issue_number % 4] from jira_issue where project_id = :project""";
    private static final String FALLBACKS = """
            insert into jira_issue_value (issue_id, field_id, seq, text_value)
            select id, :fallback, 0, 'Keep the present provider and call the customers.' from jira_issue where project_id = :project and issue_number % 4 = 1""";
    private static final String CHANGES = """
            insert into "%s" ("CHANGE_KEY", "ISSUE_ID", "ISSUE_KEY", "PROJECT_ID", "ISSUE_KIND", "GROUP_NAME", "ITEM", "VALUE_BEFORE", "VALUE_AFTER", "ACTOR_KEY", "AT_MILLIS")
            select id || ':' || part || ':' || item, id, issue_key, project_id, kind, part, item, case item when 'PHASE' then phases[step] end,
                case item when 'CREATED' then 'phase=' || phases[1] || ';owner=owner' when 'DUE' then due_date else phases[step + 1] end, 'lead', moment
            from (select i.*, step, case step when 0 then '0' else id * 10 + step || '' end part, case when issue_type = :decision then 'DECISION' else 'BLOCKER' end kind,
                    case when step = 0 then 'CREATED' when step = 2 and resolution is null then 'DUE' else 'PHASE' end item,
                    case when issue_type = :decision then array['DRAFT', 'IN_REVIEW', 'DECIDED'] else array['OPEN', 'RESOLVING', 'RESOLVED'] end phases,
                    case when step = 2 and resolution is not null then i.resolved else created + step * 86400000 end moment
                from jira_issue i, generate_series(0, 2) step where project_id = :project) made
            order by moment, id""";

    private final WiredJira wired;
    private final JdbcClient jdbc;

    ManyItems(WiredJira wired) {
        this.wired = wired;
        this.jdbc = wired.box.box().jdbc();
    }

    /** Makes a project that the reader may browse, with the app in it and nothing else. */
    void make(int open) throws Exception {
        ProjectRow project = wired.jira.projects().create(key(open), open + " items", "", "lead");
        wired.jira.permissions().grant(project.id(), Permission.BROWSE_PROJECTS, "storefront-readers");
        assertEquals(200, wired.post("admin", "/rest/decision-gates/1.0/projects/" + key(open) + "/enable", "{}").status());
    }

    /** Fills the project; answers its key. */
    String fill(int open) {
        String key = key(open);
        Map<String, Object> values = values(key, wired.jira.projects().byKey(key).orElseThrow().id(), open);
        for (String sql : new String[] {ISSUES, OWNERS, FALLBACKS, CHANGES.formatted(table()),
                "update jira_project set issue_count = :all where id = :project"}) {
            jdbc.sql(sql).params(values).update();
        }
        for (String table : new String[] {"jira_issue", "jira_issue_value", "\"" + table() + "\""}) {
            jdbc.sql("analyze " + table).update();
        }
        return key;
    }

    private static String key(int open) {
        return "N" + open;
    }

    /** How many entries its journal holds. */
    static long changes(int open) {
        return 3L * all(open);
    }

    /** How many of its items were settled this week. */
    static int settled(int open) {
        return open / 4;
    }

    private static int all(int open) {
        return open + settled(open);
    }

    private Map<String, Object> values(String key, long project, int open) {
        ZoneId zone = TestTime.CLOCK.getZone();
        LocalDate today = TestTime.today();
        long now = TestTime.CLOCK.millis();
        long monday = today.with(DayOfWeek.MONDAY).atStartOfDay(zone).toInstant().toEpochMilli();
        Map<String, Object> values = new TreeMap<>(
                Map.of("key", key, "project", project, "open", open, "all", all(open), "today", today.toString(),
                        // all of it long over when the week began, so that nothing looks as if it had just been touched
                        "began", monday - 10 * 86_400_000L, "settled", (monday + now) / 2));
        values.putAll(Map.of("decision", wired.type("Decision"), "blocker", wired.type("Blocker"), "review", status("In review"),
                "resolving", status("Resolving"),
                "decided", status("Decided"), "resolved", status("Resolved"), "owner", wired.field("Owner"), "fallback",
                wired.field("Fallback plan"),
                "done", wired.jira.resolutions().all().stream().findFirst().map(ResolutionRow::id).orElseThrow(), "priority",
                wired.jira.priorities().all().get(0).id()));
        return values;
    }

    /** How many rows of its table PostgreSQL looks at to answer what is asked of the journal of one project. */
    long rowsRead(String statement, int open) {
        String asked = statement.replace("?", String.valueOf(wired.jira.projects().byKey(key(open)).orElseThrow().id()));
        String plan = String.join("\n", jdbc.sql("explain (analyze, timing off) " + asked).query(String.class).list());
        return Pattern.compile("(?:Scan.*actual rows=|Rows Removed by Filter: )(\\d+)").matcher(plan).results()
                .mapToLong(found -> Long.parseLong(found.group(1))).sum();
    }

    private String status(String name) {
        return wired.jira.statuses().all().stream().filter(one -> one.name().equals(name)).map(StatusRow::id).findFirst().orElseThrow();
    }

    private String table() {
        return jdbc.sql("select table_name from information_schema.tables where table_name like 'AO%ISSUE_CHANGE'").query(String.class)
                .single();
    }
}
