package com.atlassian.activeobjects.external;

import com.atlassian.sal.api.transaction.TransactionCallback;
import java.util.Map;
import net.java.ao.RawEntity;

public interface ActiveObjects {
    <T extends RawEntity<K>, K> T create(Class<T> type, Map<String, Object> params);
    <T extends RawEntity<K>, K> T[] find(Class<T> type, net.java.ao.Query query);
    <T> T executeInTransaction(TransactionCallback<T> callback);
}
