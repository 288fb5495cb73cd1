package org.decisiongates.sandbox.jira.model;

import java.util.Collection;

import com.opensymphony.module.propertyset.AbstractPropertySet;
import com.opensymphony.module.propertyset.PropertyException;
import com.opensymphony.module.propertyset.PropertySet;

/** The properties OSWorkflow keeps for one entry; text, numbers and truth values only. */
final class StoredProperties extends AbstractPropertySet {

    private final Store store;
    private final long entry;

    StoredProperties(Store store, long entry) {
        this.store = store;
        this.entry = entry;
    }

    @Override
    public Collection<String> getKeys(String prefix, int type) {
        return store.sql("select property from os_property where entry_id = ? and (? = 0 or property_type = ?) order by property", entry,
                type, type).query(String.class).list().stream().filter(key -> prefix == null || key.startsWith(prefix)).toList();
    }

    @Override
    public int getType(String key) {
        return store.sql("select property_type from os_property where entry_id = ? and property = ?", entry, key).query(Integer.class)
                .optional().orElse(0);
    }

    @Override
    public boolean exists(String key) {
        return getType(key) != 0;
    }

    @Override
    public void remove(String key) {
        store.sql("delete from os_property where entry_id = ? and property = ?", entry, key).update();
    }

    @Override
    protected void setImpl(int type, String key, Object value) {
        remove(key);
        store.sql("insert into os_property (entry_id, property, property_type, property_value) values (?, ?, ?, ?)", entry, key, type,
                String.valueOf(value)).update();
    }

    @Override
    protected Object get(int type, String key) {
        String value = store.sql("select property_value from os_property where entry_id = ? and property = ?", entry, key)
                .query(String.class).optional().orElse(null);
        if (value == null) {
            return null;
        }
        return switch (type) {
            case PropertySet.STRING, PropertySet.TEXT -> value;
            case PropertySet.INT -> Integer.valueOf(value);
            case PropertySet.LONG -> Long.valueOf(value);
            case PropertySet.DOUBLE -> Double.valueOf(value);
            case PropertySet.BOOLEAN -> Boolean.valueOf(value);
            default -> throw new PropertyException("The sandbox keeps no properties of type " + type + ".");
        };
    }
}
