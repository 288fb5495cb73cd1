package com.atlassian.audit.entity;

public enum CoverageArea {
    ECOSYSTEM
}
