package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import net.java.ao.schema.Table;
import org.junit.Test;

import org.decisiongates.fixture.Tree;

/** The list of what names people, which an erasure goes by: no column with text may be missing from it. */
public class DataInventoryTest {

    private static final Pattern COLUMN = Pattern.compile("`([A-Z_]+\\.[A-Z_]+)`");

    @Test
    public void everyColumnThatHoldsTextSaysWhetherItNamesPeople() throws ReflectiveOperationException {
        Set<String> listed = COLUMN.matcher(Tree.text(Tree.ROOT.resolve("docs/guide/data-protection.md"))).results()
                .map((MatchResult match) -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
        Set<String> columns = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().importPath(Tree.ROOT.resolve("target/classes/org/decisiongates/store"))) {
            if (type.isInterface() && type.isAnnotatedWith(Table.class)) {
                Class<?> row = Class.forName(type.getName());
                String table = row.getAnnotation(Table.class).value();
                Arrays.stream(row.getMethods()).filter(method -> method.getReturnType() == String.class)
                        .forEach(method -> columns.add(table + "." + column(method)));
            }
        }
        assertEquals("docs/guide/data-protection.md: does it name people, and what is left of them after an erasure (ErasableTables)?",
                columns,
                listed);
    }

    private static String column(Method getter) {
        return getter.getName().substring("get".length()).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
    }
}
