package org.decisiongates.store;

import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.util.Set;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.transaction.TransactionCallback;
import net.java.ao.Query;

/** Active Objects that note what is asked, find nothing and take nothing. */
final class AoRecorder {

    private AoRecorder() {
    }

    /** {@code asked} gets a line for each kind of question, however many values it has. */
    static ActiveObjects of(Set<String> asked) {
        return (ActiveObjects) Proxy.newProxyInstance(AoRecorder.class.getClassLoader(), new Class<?>[] {ActiveObjects.class},
                (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "find":
                            note(asked, arguments);
                            return Array.newInstance((Class<?>) arguments[0], 0);
                        case "count":
                            note(asked, arguments);
                            return 1;
                        case "executeInTransaction":
                            return ((TransactionCallback<?>) arguments[0]).doInTransaction();
                        default:
                            throw new IllegalStateException("nothing is taken here");
                    }
                });
    }

    private static void note(Set<String> asked, Object[] arguments) {
        Query query = (Query) arguments[1];
        asked.add(((Class<?>) arguments[0]).getSimpleName() + " where " + String.valueOf(query.getWhereClause()).replaceAll("(\\?, )+", "")
                + " order by "
                + query.getOrderClause());
    }
}
