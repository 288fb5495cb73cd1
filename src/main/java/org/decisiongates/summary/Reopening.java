package org.decisiongates.summary;

import java.time.LocalDate;
import java.util.Optional;

/** A Decision or Blocker that was settled and is open again. */
public record Reopening(String key, String summary, boolean blocker, Optional<String> by, LocalDate on) {
}
