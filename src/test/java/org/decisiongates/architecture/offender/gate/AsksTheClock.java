package org.decisiongates.architecture.offender.gate;

import java.time.Instant;
import java.util.Date;

record AsksTheClock(Date then) {

    Instant now() {
        return Instant.now();
    }
}
