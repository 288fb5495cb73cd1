package com.atlassian.jira.issue.customfields.impl;

public class FieldValidationException extends RuntimeException {
}
