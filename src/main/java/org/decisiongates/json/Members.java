package org.decisiongates.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of one object, asked for by name and kind; who asks for what is not there is told where. Unknown members are never asked for. */
public final class Members {

    private final String place;
    private final boolean outermost;
    private final Map<String, Object> values;

    Members(String place, boolean outermost, Map<String, Object> values) {
        this.place = place;
        this.outermost = outermost;
        this.values = values;
    }

    public String text(String name) throws UnreadableJsonException {
        return mandatory(name, String.class, "a string");
    }

    public Optional<String> optionalText(String name) throws UnreadableJsonException {
        return values.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public boolean claim(String name) throws UnreadableJsonException {
        return mandatory(name, Boolean.class, "true or false");
    }

    /** A whole number, zero or more. */
    public long number(String name) throws UnreadableJsonException {
        return whole(name, mandatory(name, BigDecimal.class, "a whole number"));
    }

    public BigDecimal decimal(String name) throws UnreadableJsonException {
        return mandatory(name, BigDecimal.class, "a number");
    }

    public Optional<BigDecimal> optionalDecimal(String name) throws UnreadableJsonException {
        return values.containsKey(name) ? Optional.of(decimal(name)) : Optional.empty();
    }

    /** The constant that travels as {@code not-enough-data}. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) throws UnreadableJsonException {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (Json.travelling(constant).equals(text)) {
                return constant;
            }
        }
        throw wrong(name, "one of the words this version knows", null);
    }

    /** The id of a time zone. */
    public String zone(String name) throws UnreadableJsonException {
        try {
            return ZoneId.of(text(name)).getId();
        } catch (DateTimeException e) {
            throw wrong(name, "a time zone", e);
        }
    }

    public Instant instant(String name) throws UnreadableJsonException {
        try {
            Instant instant = Instant.parse(text(name));
            requireFourDigits(name, instant.atOffset(ZoneOffset.UTC).getYear());
            return instant;
        } catch (DateTimeException e) {
            throw wrong(name, "an instant in UTC", e);
        }
    }

    public Optional<Instant> optionalInstant(String name) throws UnreadableJsonException {
        return values.containsKey(name) ? Optional.of(instant(name)) : Optional.empty();
    }

    public LocalDate date(String name) throws UnreadableJsonException {
        try {
            LocalDate date = LocalDate.parse(text(name));
            requireFourDigits(name, date.getYear());
            return date;
        } catch (DateTimeException e) {
            throw wrong(name, "a date", e);
        }
    }

    public Optional<LocalDate> optionalDate(String name) throws UnreadableJsonException {
        return values.containsKey(name) ? Optional.of(date(name)) : Optional.empty();
    }

    public Members object(String name) throws UnreadableJsonException {
        return members(name, mandatory(name, Map.class, "an object"));
    }

    public Optional<Members> optionalObject(String name) throws UnreadableJsonException {
        return values.containsKey(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** What the objects of a list are, the first {@code most} of them. */
    public <T> List<T> objects(String name, int most, Read<T> each) throws UnreadableJsonException {
        List<T> read = new ArrayList<>();
        for (Object value : first(name, most)) {
            String element = name + "[" + read.size() + "]";
            if (!(value instanceof Map<?, ?> object)) {
                throw wrong(element, "an object", null);
            }
            read.add(each.from(members(element, object)));
        }
        return read;
    }

    public List<String> texts(String name, int most) throws UnreadableJsonException {
        List<String> read = new ArrayList<>();
        for (Object value : first(name, most)) {
            read.add(as(String.class, name + "[" + read.size() + "]", value, "a string"));
        }
        return read;
    }

    /** Whole numbers, zero or more. */
    public List<Long> numbers(String name, int most) throws UnreadableJsonException {
        List<Long> read = new ArrayList<>();
        for (Object value : first(name, most)) {
            String element = name + "[" + read.size() + "]";
            read.add(whole(element, as(BigDecimal.class, element, value, "a whole number")));
        }
        return read;
    }

    /** An object whose members are numbers. */
    public Map<String, BigDecimal> decimals(String name) throws UnreadableJsonException {
        Members inner = object(name);
        Map<String, BigDecimal> read = new LinkedHashMap<>();
        for (String member : inner.values.keySet()) {
            read.put(member, inner.decimal(member));
        }
        return read;
    }

    /** What is made of the members of one object. */
    @FunctionalInterface
    public interface Read<T> {
        T from(Members members) throws UnreadableJsonException;
    }

    /** A complaint about a member that is there and is not {@code kind}. */
    public UnreadableJsonException wrong(String name, String kind, Throwable cause) {
        return new UnreadableJsonException("member " + name + " of " + place + " is not " + kind, cause);
    }

    @SuppressWarnings("unchecked")
    private Members members(String name, Map<?, ?> object) {
        return new Members(outermost ? name : place + "." + name, false, (Map<String, Object>) object);
    }

    private List<?> first(String name, int most) throws UnreadableJsonException {
        List<?> list = mandatory(name, List.class, "a list");
        return list.size() > most ? list.subList(0, most) : list;
    }

    private long whole(String name, BigDecimal number) throws UnreadableJsonException {
        if (number.scale() != 0 || number.signum() < 0 || number.precision() > 19
                || number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw wrong(name, "a whole number that counts something", null);
        }
        return number.longValue();
    }

    private void requireFourDigits(String name, int year) throws UnreadableJsonException {
        if (!Json.isWritten(year)) {
            throw wrong(name, "in a year people write", null);
        }
    }

    private <T> T mandatory(String name, Class<T> type, String kind) throws UnreadableJsonException {
        Object value = values.get(name);
        if (value == null) {
            throw new UnreadableJsonException("member " + name + " is missing in " + place, null);
        }
        return as(type, name, value, kind);
    }

    private <T> T as(Class<T> type, String name, Object value, String kind) throws UnreadableJsonException {
        if (!type.isInstance(value)) {
            throw wrong(name, kind, null);
        }
        return type.cast(value);
    }
}
