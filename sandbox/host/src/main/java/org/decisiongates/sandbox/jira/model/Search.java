package org.decisiongates.sandbox.jira.model;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.decisiongates.sandbox.jira.model.jql.JqlParser;
import org.decisiongates.sandbox.jira.model.jql.JqlQuery;

/** Finds issues by JQL; always trimmed to what the searcher may browse, except where a method says that it is not. */
public final class Search {

    /** What both of the products' search engines end at. */
    private static final int WINDOW = 10_000;

    private final Store store;
    private final SandboxJira jira;
    private final IssueTable table;
    private volatile int window = WINDOW;

    Search(Store store, SandboxJira jira) {
        this.store = store;
        this.jira = jira;
        this.table = new IssueTable(store);
    }

    /** One page of what the query finds. */
    public SearchPage find(String userKey, String jql, int start, int max) throws JqlProblem {
        return page(userKey, jql, start, max, Permissions.mayBrowse(userKey));
    }

    /** One page of what the query finds for somebody who may see everything. */
    public SearchPage findAll(String userKey, String jql, int start, int max) throws JqlProblem {
        return page(userKey, jql, start, max, Sql.ALWAYS);
    }

    /** How many issues the query finds. */
    public long count(String userKey, String jql) throws JqlProblem {
        return count(condition(userKey, JqlParser.parse(jql), Permissions.mayBrowse(userKey)));
    }

    public long countAll(String userKey, String jql) throws JqlProblem {
        return count(condition(userKey, JqlParser.parse(jql), Sql.ALWAYS));
    }

    /** Throws what is wrong with the query, if anything. */
    public void check(String userKey, String jql) throws JqlProblem {
        JqlQuery query = JqlParser.parse(jql);
        new JqlSql(jira, userKey).where(query.where());
        new JqlOrder(jira).by(query.order());
    }

    /** From now on no search gives more than so many results, whatever it is asked for; for tests that have fewer issues. */
    public void window(int results) {
        window = results;
    }

    private SearchPage page(String userKey, String jql, int start, int max, Sql trim) throws JqlProblem {
        if ((long) Math.max(0, start) + Math.max(0, max) > window) {
            throw new JqlProblem("Result window is too large, from + size must be less than or equal to: [" + window + "] but was ["
                    + ((long) Math.max(0, start) + Math.max(0, max)) + "].");
        }
        JqlQuery query = JqlParser.parse(jql);
        Sql condition = condition(userKey, query, trim);
        Sql order = new JqlOrder(jira).by(query.order());
        List<Object> arguments = new ArrayList<>(condition.arguments());
        arguments.addAll(order.arguments());
        arguments.add(Math.max(0, start));
        arguments.add(Math.max(0, max));
        List<IssueRow> issues = max <= 0 ? List.of()
                : table.read(bound("select " + IssueTable.COLUMNS + " from jira_issue i where "
                        + condition.text() + " order by " + order.text() + " offset ? rows fetch first ? rows only", arguments));
        return new SearchPage(issues, count(condition), Math.max(0, start), max);
    }

    private Sql condition(String userKey, JqlQuery query, Sql trim) throws JqlProblem {
        return Sql.joined("and", List.of(trim, new JqlSql(jira, userKey, trim == Sql.ALWAYS).where(query.where())));
    }

    private long count(Sql condition) {
        return bound("select count(*) from jira_issue i where " + condition.text(), condition.arguments()).query(Long.class).single();
    }

    private JdbcClient.StatementSpec bound(String sql, List<Object> arguments) {
        return store.sql(sql, arguments.toArray());
    }
}
