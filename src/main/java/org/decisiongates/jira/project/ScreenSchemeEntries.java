package org.decisiongates.jira.project;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeManager;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeEntity;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeManager;

/**
 * Makes entries of issue type screen schemes. Jira gives no factory for them, and its class was seen with constructors of two shapes: three
 * managers, and in older versions the row of the database between them, which is null for a new entry. A shape is known by the names of
 * its types, whatever else the class offers and in whichever order.
 */
final class ScreenSchemeEntries {

    private static final String ROW = "org.ofbiz.core.entity.GenericValue";
    private static final List<List<String>> SHAPES = List.of(
            List.of(IssueTypeScreenSchemeManager.class.getName(), FieldScreenSchemeManager.class.getName(),
                    ConstantsManager.class.getName()),
            List.of(IssueTypeScreenSchemeManager.class.getName(), ROW, FieldScreenSchemeManager.class.getName(),
                    ConstantsManager.class.getName()));

    private final Class<? extends IssueTypeScreenSchemeEntity> type;
    private final List<Object> managers;

    ScreenSchemeEntries(Class<? extends IssueTypeScreenSchemeEntity> type, IssueTypeScreenSchemeManager schemes,
            FieldScreenSchemeManager screenSchemes,
            ConstantsManager constants) {
        this.type = type;
        this.managers = List.of(schemes, screenSchemes, constants);
    }

    /** A new entry, not stored and in no scheme yet. */
    IssueTypeScreenSchemeEntity make() {
        Constructor<?>[] constructors = type.getConstructors();
        Constructor<?> shape = SHAPES.stream().flatMap(known -> Arrays.stream(constructors).filter(one -> known.equals(types(one))))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this Jira's screen scheme entries are made in a way the app does not know: "
                        + Arrays.toString(constructors)));
        Object[] arguments = Arrays.stream(shape.getParameterTypes()).map(this::argument).toArray();
        try {
            return (IssueTypeScreenSchemeEntity) shape.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Jira's screen scheme entries cannot be made: " + shape, e);
        }
    }

    private static List<String> types(Constructor<?> constructor) {
        return Arrays.stream(constructor.getParameterTypes()).map(Class::getName).toList();
    }

    private Object argument(Class<?> wanted) {
        return managers.stream().filter(wanted::isInstance).findFirst().orElse(null);
    }
}
