package org.decisiongates.jira.blocker;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;

public class BlockedByViewTest {

    @Test
    public void saysWhatBlocksTheIssueUntilWhenAndWhoRemovesIt() {
        page(new BlockedByRowView("SHOP-9", "/jira/browse/SHOP-9", "No test cards", "due 3 Dec 2026", false, "Olga"),
                new BlockedByRowView("SHOP-10", "/jira/browse/SHOP-10", "No contract", "due 3 Nov 2026", true, "nobody owns it"))
                .matches("typical");
    }

    @Test
    public void saysNothingOfNothing() {
        page().matches("empty");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        page(new BlockedByRowView("SHOP-9", "/jira/browse/SHOP-9", text, text, true, text)).matches("hostile");
    }

    private static GoldenHtml page(BlockedByRowView... rows) {
        return GoldenHtml.of("jira/blocker/blocked-by.vm").with("view", new BlockedByView(List.of(rows)));
    }
}
