package org.decisiongates.json;

import java.util.stream.IntStream;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/** Writes every surrogate as an escape: half a pair, typed or left by a cut, would otherwise be lost when the text becomes UTF-8. */
final class SurrogatesEscaped extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private static final SerializableString[] ESCAPES = IntStream.rangeClosed(Character.MIN_SURROGATE, Character.MAX_SURROGATE)
            .mapToObj(surrogate -> new SerializedString("\\u" + Integer.toHexString(surrogate))).toArray(SerializableString[]::new);

    @Override
    public int[] getEscapeCodesForAscii() {
        return standardAsciiEscapesForJSON();
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE ? ESCAPES[character - Character.MIN_SURROGATE]
                : null;
    }
}
