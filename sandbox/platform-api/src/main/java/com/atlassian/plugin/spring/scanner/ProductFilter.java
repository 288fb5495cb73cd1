package com.atlassian.plugin.spring.scanner;

public enum ProductFilter {
    ALL, JIRA, CONFLUENCE, BAMBOO, BITBUCKET, STASH, CROWD, FECRU, REFAPP
}
