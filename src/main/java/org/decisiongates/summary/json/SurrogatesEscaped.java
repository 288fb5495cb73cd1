package org.decisiongates.summary.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;

/** Writes every surrogate as an escape: half a pair, typed or cut by somebody, would otherwise be lost when the text becomes UTF-8. */
final class SurrogatesEscaped extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
        return standardAsciiEscapesForJSON();
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE
                ? new SerializedString("\\u" + Integer.toHexString(character))
                : null;
    }
}
