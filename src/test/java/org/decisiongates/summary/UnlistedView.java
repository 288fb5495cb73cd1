package org.decisiongates.summary;

import java.util.List;

/** A view that no allow-list names. */
public final class UnlistedView {

    public List<String> getItems() {
        return List.of("one");
    }
}
