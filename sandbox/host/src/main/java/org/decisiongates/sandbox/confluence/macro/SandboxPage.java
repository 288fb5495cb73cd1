package org.decisiongates.sandbox.confluence.macro;

import java.sql.Timestamp;
import java.util.Date;

import com.atlassian.confluence.pages.AbstractPage;

import org.decisiongates.sandbox.confluence.model.Page;

/** A page as plugins see it. */
public final class SandboxPage extends AbstractPage {

    private final Page page;

    public SandboxPage(Page page) {
        this.page = page;
    }

    @Override
    public long getId() {
        return page.id();
    }

    @Override
    public String getIdAsString() {
        return Long.toString(page.id());
    }

    @Override
    public String getBodyAsString() {
        return page.body();
    }

    @Override
    public Date getCreationDate() {
        return Timestamp.from(page.created());
    }

    @Override
    public String getTitle() {
        return page.title();
    }

    @Override
    public String getDisplayTitle() {
        return page.title();
    }

    @Override
    public String getUrlPath() {
        return "/pages/viewpage.action?pageId=" + page.id();
    }
}
