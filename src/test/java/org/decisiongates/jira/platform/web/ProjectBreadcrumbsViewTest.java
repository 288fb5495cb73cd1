package org.decisiongates.jira.platform.web;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;

public class ProjectBreadcrumbsViewTest {

    @Test
    public void leadsToTheProject() {
        page(new ProjectBreadcrumbsView("Storefront", "/jira/projects/SHOP")).matches("typical");
    }

    @Test
    public void needsNoName() {
        page(new ProjectBreadcrumbsView("", "/jira/projects/SHOP")).matches("empty");
    }

    @Test
    public void showsTextsAsTexts() {
        page(new ProjectBreadcrumbsView(GoldenHtml.HOSTILE, "/jira/projects/SHOP")).matches("hostile");
    }

    private static GoldenHtml page(ProjectBreadcrumbsView view) {
        return GoldenHtml.of("jira/platform/project-breadcrumbs.vm").with("view", view);
    }
}
