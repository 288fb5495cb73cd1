package org.decisiongates.text;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A text with days in it, as an argument of a {@link Message}: written as programs want it, {@code SHOP-1 (2026-12-31)}, unless somebody
 * writes the days for people.
 *
 * @param parts texts and {@link LocalDate}s, in order
 */
public record TextWithDays(List<? extends Serializable> parts) implements Serializable {

    public TextWithDays {
        parts = List.copyOf(parts);
    }

    /** @param days how a day is written */
    public String text(Function<LocalDate, String> days) {
        return parts.stream().map(part -> part instanceof LocalDate day ? days.apply(day) : part.toString()).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return text(LocalDate::toString);
    }
}
