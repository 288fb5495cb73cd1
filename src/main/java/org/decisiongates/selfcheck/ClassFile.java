package org.decisiongates.selfcheck;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;

import org.decisiongates.selfcheck.ClassFileReference.Kind;

/** The references in the constant pool of a class file: everything the class can ever link to. */
final class ClassFile {

    private static final int MAGIC = 0xCAFEBABE;

    private final Object[] pool;

    private ClassFile(Object[] pool) {
        this.pool = pool;
    }

    /** What the class in {@code file} refers to. */
    public static Set<ClassFileReference> references(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(file));
        if (in.readInt() != MAGIC) {
            throw new IOException("this is not a class file");
        }
        in.readInt(); // version
        Object[] pool = new Object[in.readUnsignedShort()];
        for (int i = 1; i < pool.length; i++) {
            int tag = in.readUnsignedByte();
            pool[i] = entry(tag, in);
            if (tag == 5 || tag == 6) {
                i++; // long and double take two places
            }
        }
        return new ClassFile(pool).references();
    }

    private static Object entry(int tag, DataInputStream in) throws IOException {
        return switch (tag) {
            case 1 -> in.readUTF();
            case 7 -> new OfClass(in.readUnsignedShort());
            case 9 -> new OfMember(Kind.FIELD, in.readUnsignedShort(), in.readUnsignedShort());
            case 10 -> new OfMember(Kind.METHOD, in.readUnsignedShort(), in.readUnsignedShort());
            case 11 -> new OfMember(Kind.INTERFACE_METHOD, in.readUnsignedShort(), in.readUnsignedShort());
            case 12 -> new NameAndType(in.readUnsignedShort(), in.readUnsignedShort());
            case 3, 4, 17, 18 -> in.readInt();
            case 5, 6 -> in.readLong();
            case 8, 16, 19, 20 -> in.readShort();
            case 15 -> in.readUnsignedByte() + in.readUnsignedShort();
            default -> throw new IOException("constant of unknown kind " + tag);
        };
    }

    private Set<ClassFileReference> references() {
        Set<ClassFileReference> references = new LinkedHashSet<>();
        for (Object entry : pool) {
            if (entry instanceof OfClass type && !name(type).startsWith("[")) {
                references.add(new ClassFileReference(Kind.CLASS, name(type), "", ""));
            } else if (entry instanceof OfMember member && !name((OfClass) pool[member.owner()]).startsWith("[")) {
                NameAndType signature = (NameAndType) pool[member.nameAndType()];
                references.add(new ClassFileReference(member.kind(), name((OfClass) pool[member.owner()]), (String) pool[signature.name()],
                        (String) pool[signature.descriptor()]));
            }
        }
        return references;
    }

    private String name(OfClass type) {
        return ((String) pool[type.name()]).replace('/', '.');
    }

    private record OfClass(int name) {
    }

    private record OfMember(Kind kind, int owner, int nameAndType) {
    }

    private record NameAndType(int name, int descriptor) {
    }
}
