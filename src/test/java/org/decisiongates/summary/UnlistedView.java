package org.decisiongates.summary;

import java.util.List;

/** A view that no allow-list names. */
public record UnlistedView(List<String> items) {
}
