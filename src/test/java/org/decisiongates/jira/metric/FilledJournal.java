package org.decisiongates.jira.metric;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.decisiongates.store.StoredJournal;

/**
 * Journals of any length in one database, made up by the database itself: five changes an issue, two Decisions to one Blocker, over a year
 * that ends in the week of 2026-11-20, written in the order of time, so that what an issue has lies far apart. The same every time.
 */
final class FilledJournal {

    private static final String ROWS = """
            insert into "%1$s" ("CHANGE_KEY", "ISSUE_ID", "ISSUE_KEY", "PROJECT_ID", "ISSUE_KIND", "GROUP_NAME", "ITEM", "SUBJECT", "VALUE_BEFORE",
                "VALUE_AFTER", "ACTOR_KEY", "AT_MILLIS")
            select issue || ':' || part || ':' || item || case when item in ('LINK', 'IMPACT') then ':' || issue - 1 else '' end, issue,
                'SHOP-' || issue, %2$d, case when issue %% 3 = 0 then 'BLOCKER' else 'DECISION' end, part, item,
                case when item in ('LINK', 'IMPACT') then issue - 1 || '' end, case when item = 'PHASE' then phases[place] end,
                case item when 'CREATED' then 'phase=' || phases[1] || ';owner=user-' || issue %% 40 || ';due=2026-' || to_char(1 + issue %% 12, 'FM00') || '-20'
                    when 'PHASE' then phases[place + 1] when 'OWNER' then 'user-' || issue %% 40 when 'DUE' then '2026-11-20'
                    when 'LINK' then 'SHOP-' || issue - 1
                    else 'metric=Number ' || issue %% 20 || ';unit=pt;direction=UP;baseline=0;expected=' || issue %% 40 || ';confidence=0.5' end,
                'user-' || issue %% 7, 1763000000000 + issue * 7919 %% 364 * 86400000 + place * 86400000 / 2
            from (select issue, place, case place when 0 then '0' else issue * 10 + place || '' end part,
                    case when issue %% 3 = 0 then array['OPEN', 'RESOLVING', 'ESCALATED', 'RESOLVED', 'OPEN']
                        else array['DRAFT', 'IN_REVIEW', 'DECIDED', 'IN_DELIVERY', 'LIVE'] end phases,
                    case when place = 0 then 'CREATED' when place = 2 and issue %% 5 = 0 then 'OWNER' when place = 2 and issue %% 5 = 1 then 'DUE'
                        when place = 3 and issue %% 4 = 0 then 'LINK' when place = 4 and issue %% 4 = 1 then 'IMPACT' else 'PHASE' end item
                from generate_series(%3$d::bigint, %3$d + %4$d / 5 - 1) issue, generate_series(0, 4) place) made
            order by 12, 2
            """;

    private final String url;

    private FilledJournal(String url) {
        this.url = url;
    }

    static FilledJournal on(String url) throws SQLException {
        StoredJournal.on(url);
        return new FilledJournal(url);
    }

    /** Adds this many changes of a project, a multiple of five. */
    void add(long project, int changes) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            String table;
            try (ResultSet names = statement
                    .executeQuery("select table_name from information_schema.tables where table_name like 'AO%ISSUE_CHANGE'")) {
                names.next();
                table = names.getString(1);
            }
            statement.executeUpdate(ROWS.formatted(table, project, project * 10_000_000, changes));
            statement.execute("analyze \"" + table + "\"");
        }
    }
}
