package org.decisiongates.store;

import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.util.Set;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.transaction.TransactionCallback;
import net.java.ao.Query;

/** Active Objects that note what is asked and take nothing; who asks for all rows finds one, who asks for some finds none. */
final class AoRecorder {

    private AoRecorder() {
    }

    /** {@code asked} gets a line for each kind of question, however many values it has. */
    static ActiveObjects of(Set<String> asked) {
        return (ActiveObjects) Proxy.newProxyInstance(AoRecorder.class.getClassLoader(), new Class<?>[] {ActiveObjects.class},
                (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "find":
                            note("find ", asked, arguments);
                            return found((Class<?>) arguments[0], ((Query) arguments[1]).getWhereClause() == null ? 1 : 0);
                        case "count":
                            note("count ", asked, arguments);
                            return 1;
                        case "executeInTransaction":
                            return ((TransactionCallback<?>) arguments[0]).doInTransaction();
                        default:
                            throw new IllegalStateException("nothing is taken here");
                    }
                });
    }

    private static Object found(Class<?> row, int rows) {
        Object found = Array.newInstance(row, rows);
        for (int i = 0; i < rows; i++) {
            Array.set(found, i, Proxy.newProxyInstance(AoRecorder.class.getClassLoader(), new Class<?>[] {row},
                    (self, method, arguments) -> method.getReturnType() == Boolean.class ? false
                            : method.getReturnType() == Integer.class ? (Object) 1
                            : method.getReturnType() == String.class ? ""
                            : (Object) 1L));
        }
        return found;
    }

    private static void note(String how, Set<String> asked, Object[] arguments) {
        Query query = (Query) arguments[1];
        asked.add(how + ((Class<?>) arguments[0]).getSimpleName() + " where "
                + String.valueOf(query.getWhereClause()).replaceAll("(\\?, )+", "")
                + " order by "
                + query.getOrderClause());
    }
}
