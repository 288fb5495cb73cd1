package com.atlassian.query.operand;

public interface Operand {
    String getName();
}
