package org.decisiongates.gate;

import java.lang.reflect.Proxy;

/** An item whose host breaks down at one question asked of it, and answers all the others. */
final class BreakingItem {

    private final WorkItem item;
    private final int broken;
    private int asked;

    BreakingItem(WorkItem item, int broken) {
        this.item = item;
        this.broken = broken;
    }

    /** The item as a gate sees it. */
    WorkItem seen() {
        return (WorkItem) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {WorkItem.class}, (proxy, method, arguments) -> {
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
