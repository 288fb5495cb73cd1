package org.decisiongates.summary;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pass over a summary's JSON: members in any order, unknown ones skipped, missing ones named. */
final class SummaryReading {

    private final JsonParser json;

    SummaryReading(JsonParser json) {
        this.json = json;
    }

    WeeklySummary summary() throws IOException, UnreadableSummaryException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnreadableSummaryException("a summary is a JSON object");
        }
        Members members = new Members("the summary");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_ARRAY && (name.equals("blockers") || name.equals("decisions"))) {
                members.put(name, items(name));
            } else {
                readMember(members, name, token);
            }
        }
        return new WeeklySummary(members.text("projectKey"), members.text("projectName"), members.zone("zone"),
                members.text("week"), members.instant("asOf"), members.text("browseUrl"),
                members.items("blockers"), members.number("blockerTotal"),
                members.items("decisions"), members.number("decisionTotal"));
    }

    private List<OpenItem> items(String list) throws IOException, UnreadableSummaryException {
        List<OpenItem> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String place = list + "[" + items.size() + "]";
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new UnreadableSummaryException(place + " is not an object");
            }
            items.add(item(new Members(place)));
        }
        return items;
    }

    private OpenItem item(Members members) throws IOException, UnreadableSummaryException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            readMember(members, json.currentName(), json.nextToken());
        }
        return new OpenItem(members.text("key"), members.text("summary"), members.text("phase"),
                members.optionalText("owner"), members.claim("ownerActive"),
                members.optionalDate("due"), members.claim("overdue"),
                members.number("ageDays"), members.text("fallback"), members.claim("customerFacing"));
    }

    private void readMember(Members members, String name, JsonToken token) throws IOException {
        switch (token) {
            case VALUE_STRING -> members.put(name, json.getText());
            case VALUE_NUMBER_INT -> members.put(name, json.getNumberValue());
            case VALUE_TRUE -> members.put(name, Boolean.TRUE);
            case VALUE_FALSE -> members.put(name, Boolean.FALSE);
            default -> json.skipChildren();
        }
    }

    /** The members of one object, asked for by name and kind. */
    private static final class Members {

        private final String place;
        private final Map<String, Object> values = new HashMap<>();

        Members(String place) {
            this.place = place;
        }

        void put(String name, Object value) {
            values.put(name, value);
        }

        String text(String name) throws UnreadableSummaryException {
            return mandatory(name, String.class, "a string");
        }

        Optional<String> optionalText(String name) throws UnreadableSummaryException {
            return values.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
        }

        boolean claim(String name) throws UnreadableSummaryException {
            return mandatory(name, Boolean.class, "true or false");
        }

        long number(String name) throws UnreadableSummaryException {
            Number number = mandatory(name, Number.class, "a whole number");
            if (!(number instanceof Integer || number instanceof Long) || number.longValue() < 0) {
                throw wrong(name, "a whole number that counts something", null);
            }
            return number.longValue();
        }

        String zone(String name) throws UnreadableSummaryException {
            try {
                return ZoneId.of(text(name)).getId();
            } catch (DateTimeException e) {
                throw wrong(name, "a time zone", e);
            }
        }

        Instant instant(String name) throws UnreadableSummaryException {
            try {
                Instant instant = Instant.parse(text(name));
                requireFourDigits(name, instant.atOffset(ZoneOffset.UTC).getYear());
                return instant;
            } catch (DateTimeException e) {
                throw wrong(name, "an instant in UTC", e);
            }
        }

        Optional<LocalDate> optionalDate(String name) throws UnreadableSummaryException {
            if (!values.containsKey(name)) {
                return Optional.empty();
            }
            try {
                LocalDate date = LocalDate.parse(text(name));
                requireFourDigits(name, date.getYear());
                return Optional.of(date);
            } catch (DateTimeException e) {
                throw wrong(name, "a date", e);
            }
        }

        @SuppressWarnings("unchecked")
        List<OpenItem> items(String name) throws UnreadableSummaryException {
            return mandatory(name, List.class, "a list");
        }

        /** Years beyond four digits overflow when they are moved to a zone, and no calendar on a page means them. */
        private void requireFourDigits(String name, int year) throws UnreadableSummaryException {
            if (year < 1 || year > 9998) {
                throw wrong(name, "in a year people write", null);
            }
        }

        private <T> T mandatory(String name, Class<T> type, String kind) throws UnreadableSummaryException {
            Object value = values.get(name);
            if (value == null) {
                throw new UnreadableSummaryException("member " + name + " is missing in " + place);
            }
            if (!type.isInstance(value)) {
                throw wrong(name, kind, null);
            }
            return type.cast(value);
        }

        private UnreadableSummaryException wrong(String name, String kind, Throwable cause) {
            return new UnreadableSummaryException("member " + name + " of " + place + " is not " + kind, cause);
        }
    }
}
