package org.decisiongates.jira.owner;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;

public class OwnerPanelViewTest {

    @Test
    public void saysWhoIsWhat() {
        panel("Ann", "Bob").matches("typical");
        panel("Ann", "Nobody").matches("empty");
        panel(GoldenHtml.HOSTILE, GoldenHtml.HOSTILE).matches("hostile");
    }

    private static GoldenHtml panel(String owner, String assignee) {
        return GoldenHtml.of("jira/owner/owner-panel.vm").with("view", new OwnerPanelView(owner, assignee));
    }
}
