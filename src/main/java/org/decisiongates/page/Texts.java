package org.decisiongates.page;

import java.io.Serializable;

/** The host's texts in the reader's language. */
@FunctionalInterface
public interface Texts {

    /** The text of {@code key} with its arguments filled in. */
    String text(String key, Serializable... arguments);
}
