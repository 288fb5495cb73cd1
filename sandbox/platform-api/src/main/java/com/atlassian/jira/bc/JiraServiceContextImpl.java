package com.atlassian.jira.bc;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.jira.util.I18nHelper;
import com.atlassian.jira.util.SimpleErrorCollection;
import org.decisiongates.sandbox.platform.StandIn;

public class JiraServiceContextImpl implements JiraServiceContext {
    private final ApplicationUser user;
    private final ErrorCollection errorCollection;

    public JiraServiceContextImpl(ApplicationUser user) {
        this(user, new SimpleErrorCollection());
    }

    public JiraServiceContextImpl(ApplicationUser user, ErrorCollection errorCollection) {
        this.user = user;
        this.errorCollection = errorCollection;
    }

    @Override
    public ErrorCollection getErrorCollection() {
        return errorCollection;
    }

    @Override
    public ApplicationUser getLoggedInApplicationUser() {
        return user;
    }

    @Override
    public I18nHelper getI18nBean() {
        throw StandIn.unsupported("JiraServiceContextImpl#getI18nBean");
    }
}
