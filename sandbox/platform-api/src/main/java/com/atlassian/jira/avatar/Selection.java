package com.atlassian.jira.avatar;

public class Selection {
}
