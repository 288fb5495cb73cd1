package com.atlassian.jira.plugin.issuetabpanel;

import java.util.List;

public interface IssueTabPanel3 {

    boolean showPanel(ShowPanelRequest request);

    List<IssueAction> getActions(GetActionsRequest request);
}
