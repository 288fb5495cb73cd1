package com.atlassian.activeobjects.external;

import java.util.List;
import java.util.Map;

import com.atlassian.sal.api.transaction.TransactionCallback;
import net.java.ao.DBParam;
import net.java.ao.EntityStreamCallback;
import net.java.ao.RawEntity;

public interface ActiveObjects {
    @SuppressWarnings("unchecked")
    void migrate(Class<? extends RawEntity<?>>... entities);
    void flushAll();
    void flush(RawEntity<?>... entities);
    @SuppressWarnings("unchecked")
    <T extends RawEntity<K>, K> T[] get(Class<T> type, K... keys);
    <T extends RawEntity<K>, K> T get(Class<T> type, K key);
    <T extends RawEntity<K>, K> T create(Class<T> type, DBParam... params);
    <T extends RawEntity<K>, K> T create(Class<T> type, Map<String, Object> params);
    <T extends RawEntity<K>, K> void create(Class<T> type, List<Map<String, Object>> rows);
    void delete(RawEntity<?>... entities);
    <K> int deleteWithSQL(Class<? extends RawEntity<K>> type, String criteria, Object... parameters);
    <T extends RawEntity<K>, K> T[] find(Class<T> type);
    <T extends RawEntity<K>, K> T[] find(Class<T> type, String criteria, Object... parameters);
    <T extends RawEntity<K>, K> T[] find(Class<T> type, net.java.ao.Query query);
    <T extends RawEntity<K>, K> T[] find(Class<T> type, String field, net.java.ao.Query query);
    <T extends RawEntity<K>, K> T[] findWithSQL(Class<T> type, String keyField, String sql, Object... parameters);
    <T extends RawEntity<K>, K> void stream(Class<T> type, EntityStreamCallback<T, K> callback);
    <T extends RawEntity<K>, K> void stream(Class<T> type, net.java.ao.Query query, EntityStreamCallback<T, K> callback);
    <K> int count(Class<? extends RawEntity<K>> type);
    <K> int count(Class<? extends RawEntity<K>> type, String criteria, Object... parameters);
    <K> int count(Class<? extends RawEntity<K>> type, net.java.ao.Query query);
    <T> T executeInTransaction(TransactionCallback<T> callback);
    ActiveObjectsModuleMetaData moduleMetaData();
}
