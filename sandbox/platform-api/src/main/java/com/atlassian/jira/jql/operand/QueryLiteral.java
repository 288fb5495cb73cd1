package com.atlassian.jira.jql.operand;

import com.atlassian.query.operand.Operand;

public class QueryLiteral {

    private final Long number;
    private final String text;

    public QueryLiteral(Operand source, Long value) {
        this.number = value;
        this.text = null;
    }

    public QueryLiteral(Operand source, String value) {
        this.number = null;
        this.text = value;
    }

    public String asString() {
        return number == null ? text : number.toString();
    }
}
