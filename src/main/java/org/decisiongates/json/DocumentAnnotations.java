package org.decisiongates.json;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Applies to every document: a member that is always written is required when reading; {@code TOO_MANY} is {@code too-many}. */
final class DocumentAnnotations extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return isRequired(member);
    }

    /** Null counts as not there; in a list something else has to stand in its place. */
    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return JsonSetter.Value.construct(isRequired(member) ? Nulls.FAIL : Nulls.SET,
                Map.class.isAssignableFrom(member.getRawType()) ? Nulls.SKIP : Nulls.FAIL);
    }

    private static boolean isRequired(Annotated member) {
        return member.getRawType() != Optional.class && !member.hasAnnotation(JsonInclude.class);
    }

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
        for (int i = 0; i < constants.length; i++) {
            names[i] = constants[i].name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return names;
    }
}
