package org.decisiongates.sandbox.confluence.macro;

import org.decisiongates.sandbox.confluence.storage.MacroCall;
import org.decisiongates.sandbox.host.Texts;

/** A macro that pages can call, whoever brings it. */
public interface WikiMacro {

    /** The name pages call it by. */
    String name();

    /** Other names that old pages may call it by. */
    default boolean answersTo(String called) {
        return name().equals(called);
    }

    /** What the macro browser shows. */
    MacroDescription description(Texts texts);

    /** The HTML it puts into the page; may throw anything. */
    String execute(MacroCall call, Place place) throws Exception;
}
