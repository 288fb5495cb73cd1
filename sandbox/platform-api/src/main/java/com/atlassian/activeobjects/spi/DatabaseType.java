package com.atlassian.activeobjects.spi;

public enum DatabaseType {
    H2, HSQL, MYSQL, POSTGRESQL, ORACLE, MS_SQL, UNKNOWN
}
