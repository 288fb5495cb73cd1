package org.decisiongates.timeline;

import java.time.LocalDate;
import java.util.Optional;

/** When a release is worked on and when it is to be launched, as planned now. */
public record ReleaseDates(Optional<LocalDate> start, Optional<LocalDate> launch) {

    static final ReleaseDates NONE = new ReleaseDates(Optional.empty(), Optional.empty());

    /** {@code <start>/<launch>}; either may be missing. */
    String text() {
        return start.map(LocalDate::toString).orElse("") + "/" + launch.map(LocalDate::toString).orElse("");
    }
}
