package org.decisiongates.json;

import java.time.ZoneId;

/** Reads the id of a time zone, for a component that is a text. */
public final class TimeZoneName extends StrictValues.Strict<String> {

    TimeZoneName() {
        super(String.class, "a time zone", json -> ZoneId.of(StrictValues.text(json)).getId(), null);
    }
}
