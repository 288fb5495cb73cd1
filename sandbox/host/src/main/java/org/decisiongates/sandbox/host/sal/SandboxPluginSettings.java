package org.decisiongates.sandbox.host.sal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Settings in a table, with the limits of the products: key up to 100 characters, four types of values, values up to 99,000. */
public final class SandboxPluginSettings {

    private static final int MAX_KEY_LENGTH = 100;
    private static final int MAX_VALUE_LENGTH = 99_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public SandboxPluginSettings(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        jdbc.sql(
                "create table if not exists sandbox_setting (owner varchar(255) not null, name varchar(100) not null, "
                        + "type varchar(10) not null,"
                        + " content text not null, primary key (owner, name))")
                .update();
    }

    public PluginSettings createGlobalSettings() {
        return new Owned("");
    }

    /** The settings of one owner. */
    private final class Owned implements PluginSettings {

        private final String owner;

        Owned(String owner) {
            this.owner = owner;
        }

        @Override
        public Object get(String key) {
            check(key);
            return jdbc.sql("select type, content from sandbox_setting where owner = ? and name = ?").params(owner, key)
                    .query((row, number) -> read(row.getString(1), row.getString(2))).optional().orElse(null);
        }

        @Override
        public Object put(String key, Object value) {
            check(key);
            if (value == null) {
                return remove(key);
            }
            String type = type(value);
            String content = write(value);
            if (content.length() > MAX_VALUE_LENGTH) {
                throw new IllegalArgumentException(
                        "The value of plugin setting " + key + " has " + content.length() + " characters; at most "
                                + MAX_VALUE_LENGTH + " are kept");
            }
            return transaction.execute(status -> {
                Object before = get(key);
                jdbc.sql("delete from sandbox_setting where owner = ? and name = ?").params(owner, key).update();
                jdbc.sql("insert into sandbox_setting (owner, name, type, content) values (?, ?, ?, ?)").params(owner, key, type, content)
                        .update();
                return Optional.ofNullable(before);
            }).orElse(null);
        }

        @Override
        public Object remove(String key) {
            Object before = get(key);
            jdbc.sql("delete from sandbox_setting where owner = ? and name = ?").params(owner, key).update();
            return before;
        }

        private void check(String key) {
            if (key == null || key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
                throw new IllegalArgumentException("A plugin setting's key has 1 to " + MAX_KEY_LENGTH + " characters: " + key);
            }
        }
    }

    private static String type(Object value) {
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Properties) {
            return "properties";
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return "list";
        }
        if (value instanceof Map<?, ?> map
                && map.entrySet().stream().allMatch(one -> one.getKey() instanceof String && one.getValue() instanceof String)) {
            return "map";
        }
        throw new IllegalArgumentException(
                "Plugin settings keep String, List<String>, Map<String, String> and Properties, not " + value.getClass().getName());
    }

    private static String write(Object value) {
        try {
            return value instanceof String text ? text : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object read(String type, String content) {
        try {
            return switch (type) {
                case "list" -> JSON.readValue(content, new TypeReference<List<String>>() {});
                case "map" -> JSON.readValue(content, new TypeReference<Map<String, String>>() {});
                case "properties" -> JSON.readValue(content, Properties.class);
                default -> content;
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
