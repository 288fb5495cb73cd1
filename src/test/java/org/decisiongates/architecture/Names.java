package org.decisiongates.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;

/** One word per role: which suffix belongs into which package, and which words say nothing (ADR-0005). */
final class Names {

    private static final Set<String> FORBIDDEN = Set.of("Manager", "Helper", "Util", "Utils", "Impl", "Default", "Base", "Abstract",
            "Data", "Info", "Processor", "Handler", "Common", "Constants");
    private static final Pattern WORD = Pattern.compile("[A-Z][a-z0-9]*");

    /** Suffix or prefix of a name, and the packages such names live in. */
    private static final Map<String, String> HOMES = Map.of(
            ".*Validator", "jira\\.gate", ".*ValidatorFactory", "jira\\.gate", ".*Macro", "confluence\\.(summary|approval)",
            ".*Row", "store\\.\\w+", "Ao[A-Z].*", "store\\.\\w+", "Upgrade\\d.*", "store\\.upgrade", ".*Resource",
            "(jira|confluence)\\.(?!platform)\\w+",
            ".*View", "issue|(jira|confluence|page)\\..*", ".*Imports", "jira|confluence", "Sandbox.*", "nowhere");
    /** Types of a host, and the suffix their implementations carry. */
    private static final Map<String, String> ROLES = Map.of(
            "com.opensymphony.workflow.Validator", "Validator", "com.atlassian.confluence.macro.Macro", "Macro",
            "com.atlassian.jira.plugin.workflow.WorkflowPluginValidatorFactory", "ValidatorFactory",
            "com.opensymphony.workflow.FunctionProvider", "Function",
            "com.atlassian.jira.plugin.workflow.WorkflowPluginFunctionFactory", "FunctionFactory", "net.java.ao.RawEntity", "Row",
            "com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask", "Upgrade");

    private final String root;

    Names(String root) {
        this.root = root;
    }

    /** What is wrong with the name or the place of {@code type}. */
    List<String> complaints(JavaClass type) {
        List<String> complaints = new ArrayList<>();
        String name = type.getSimpleName();
        WORD.matcher(name).results().map(word -> word.group()).filter(FORBIDDEN::contains)
                .forEach(word -> complaints.add(name + ": the word " + word + " says nothing"));
        String home = type.getPackageName().equals(root) ? "" : type.getPackageName().substring(root.length() + 1);
        HOMES.forEach((pattern, packages) -> {
            if (name.matches(pattern) && !home.matches(packages)) {
                complaints.add(name + " belongs into " + packages + ", not into " + home);
            }
        });
        ROLES.forEach((role, word) -> {
            if (type.isAssignableTo(role) && !type.getName().equals(role) && !(name.endsWith(word) || name.startsWith(word))) {
                complaints.add(name + " is a " + role + " and must be called …" + word);
            }
        });
        if (type.isAnnotatedWith("jakarta.ws.rs.Path") && !name.endsWith("Resource")) {
            complaints.add(name + " answers REST calls and must be called …Resource");
        }
        return complaints;
    }
}
