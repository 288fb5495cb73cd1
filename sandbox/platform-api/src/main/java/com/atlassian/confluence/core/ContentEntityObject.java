package com.atlassian.confluence.core;

import java.util.Date;

import org.decisiongates.sandbox.platform.StandIn;

public abstract class ContentEntityObject {
    protected ContentEntityObject() {
    }

    public long getId() {
        throw StandIn.unsupported("ContentEntityObject#getId");
    }

    public String getIdAsString() {
        throw StandIn.unsupported("ContentEntityObject#getIdAsString");
    }

    public String getBodyAsString() {
        throw StandIn.unsupported("ContentEntityObject#getBodyAsString");
    }

    public Date getCreationDate() {
        throw StandIn.unsupported("ContentEntityObject#getCreationDate");
    }

    public String getTitle() {
        throw StandIn.unsupported("ContentEntityObject#getTitle");
    }

    public String getDisplayTitle() {
        throw StandIn.unsupported("ContentEntityObject#getDisplayTitle");
    }

    public String getUrlPath() {
        throw StandIn.unsupported("ContentEntityObject#getUrlPath");
    }
}
