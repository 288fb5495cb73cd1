package org.decisiongates.policy;

import java.lang.reflect.Proxy;

import org.decisiongates.issue.IssueView;

/** An item whose host breaks down at one question asked of it, and answers all the others. */
final class FailingIssueView {

    private final IssueView item;
    private final int broken;
    private int asked;

    FailingIssueView(IssueView item, int broken) {
        this.item = item;
        this.broken = broken;
    }

    /** The item as a gate sees it. */
    IssueView seen() {
        return (IssueView) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {IssueView.class},
                (proxy, method, arguments) -> {
                    if (++asked == broken) {
                        throw new IllegalStateException("the database is down");
                    }
                    return method.invoke(item, arguments);
                });
    }

    /** How many questions were asked. */
    int asked() {
        return asked;
    }
}
