package org.decisiongates.selfcheck;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.selfcheck.ClassFileReference.Kind;

public class LinksTest {

    private final Links links = new Links(LinksTest.class.getClassLoader());

    @Test
    public void readsWhatAClassCalls() throws IOException {
        try (InputStream file = LinksTest.class.getResourceAsStream("LinksTest.class")) {
            Set<ClassFileReference> references = ClassFile.references(file);

            assertTrue(references.contains(new ClassFileReference(Kind.METHOD, "org.junit.Assert", "assertTrue", "(Z)V")));
            assertTrue(references
                    .contains(new ClassFileReference(Kind.INTERFACE_METHOD, "java.util.Set", "contains", "(Ljava/lang/Object;)Z")));
            assertEquals(List.of(), links.broken(references));
        }
    }

    @Test
    public void refusesWhatIsNoClassFile() {
        assertThrows(IOException.class, () -> ClassFile.references(new ByteArrayInputStream(new byte[20])));
        assertThrows(IOException.class, () -> ClassFile.references(new ByteArrayInputStream(new byte[0])));
    }

    @Test
    public void saysWhatIsMissing() {
        assertBroken("class com.nowhere.Missing is missing", Kind.CLASS, "com.nowhere.Missing", "", "");
        assertBroken("method java.util.List#gone()V is missing", Kind.INTERFACE_METHOD, "java.util.List", "gone", "()V");
        assertBroken("method java.util.List#size()J is missing", Kind.INTERFACE_METHOD, "java.util.List", "size", "()J");
        assertBroken("field java.lang.Long#MAX_VALUE: I is missing", Kind.FIELD, "java.lang.Long", "MAX_VALUE", "I");
        assertBroken("method java.lang.String#<init>(J)V is missing", Kind.METHOD, "java.lang.String", "<init>", "(J)V");
        assertBroken("java.util.List is no class any more, as calling size expects", Kind.METHOD, "java.util.List", "size", "()I");
        assertBroken("java.lang.String is no interface any more, as calling length expects", Kind.INTERFACE_METHOD, "java.lang.String",
                "length", "()I");
    }

    @Test
    public void findsWhatIsInherited() {
        assertEquals(List.of(),
                links.broken(List.of(new ClassFileReference(Kind.METHOD, "java.util.ArrayList", "containsAll", "(Ljava/util/Collection;)Z"),
                        new ClassFileReference(Kind.INTERFACE_METHOD, "java.util.List", "hashCode", "()I"),
                        new ClassFileReference(Kind.INTERFACE_METHOD, "java.util.List", "stream", "()Ljava/util/stream/Stream;"))));
    }

    private void assertBroken(String sentence, Kind kind, String owner, String... member) {
        assertEquals(List.of(sentence), links.broken(List.of(new ClassFileReference(kind, owner, member[0], member[1]))));
    }
}
