package com.atlassian.jira.avatar;

public class Selection {
    public Selection(int topLeftX, int topLeftY, int width, int height) {
    }
}
