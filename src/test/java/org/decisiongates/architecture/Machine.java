package org.decisiongates.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;

/** What of the JDK gives another answer on another machine. */
final class Machine {

    private static final Set<String> ALWAYS = Set.of("java.nio.charset.Charset.defaultCharset", "java.util.Locale.getDefault",
            "java.time.ZoneId.systemDefault",
            "java.util.TimeZone.getDefault", "java.lang.String.formatted");
    /** Those that take the language, the character set or the zone where somebody gives it. */
    private static final Map<String, String> WITHOUT = Map.ofEntries(
            Map.entry("java.lang.String.toLowerCase", "java.util.Locale"), Map.entry("java.lang.String.toUpperCase", "java.util.Locale"),
            Map.entry("java.lang.String.format", "java.util.Locale"), Map.entry("java.text.NumberFormat.getInstance", "java.util.Locale"),
            Map.entry("java.text.NumberFormat.getNumberInstance", "java.util.Locale"),
            Map.entry("java.text.NumberFormat.getPercentInstance", "java.util.Locale"),
            Map.entry("java.text.Collator.getInstance", "java.util.Locale"),
            Map.entry("java.text.MessageFormat.<init>", "java.util.Locale"),
            Map.entry("java.text.SimpleDateFormat.<init>", "java.util.Locale"),
            Map.entry("java.util.ResourceBundle.getBundle", "java.util.Locale"),
            Map.entry("java.time.format.DateTimeFormatter.ofPattern", "java.util.Locale"),
            Map.entry("java.lang.String.getBytes", "java.nio.charset.Charset"),
            Map.entry("java.io.InputStreamReader.<init>", "java.nio.charset.Charset"),
            Map.entry("java.io.OutputStreamWriter.<init>", "java.nio.charset.Charset"),
            Map.entry("java.io.FileReader.<init>", "java.nio.charset.Charset"),
            Map.entry("java.io.FileWriter.<init>", "java.nio.charset.Charset"));

    private Machine() {
    }

    static boolean decides(CodeUnitAccessTarget target) {
        String name = target.getOwner().getName() + "." + target.getName();
        List<String> parameters = target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        boolean bytes = name.equals("java.lang.String.<init>") && parameters.contains("[B")
                && !parameters.contains("java.nio.charset.Charset");
        return ALWAYS.contains(name) || WITHOUT.containsKey(name) && !parameters.contains(WITHOUT.get(name)) || bytes;
    }
}
