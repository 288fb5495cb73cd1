package org.decisiongates.sandbox.jira.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.Product;
import org.decisiongates.sandbox.host.SandboxPrincipal;
import org.decisiongates.sandbox.host.UserDirectory;
import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.Screens;
import org.decisiongates.sandbox.jira.model.UserRow;

/** Jira with its pages and REST but without the Java API for apps: one open project, one hidden, people named by role. */
final class PagesOnly implements Product, UserDirectory {

    SandboxJira jira;
    ProjectRow shop;
    FieldRow ownerField;
    FieldRow fallbackField;
    FieldRow facingField;

    @Override
    public String key() {
        return "jira";
    }

    @Override
    public String contextPath() {
        return "/jira";
    }

    @Override
    public Set<String> exportedPackages() {
        return Set.of();
    }

    @Override
    public void start(Box box) {
        jira = new SandboxJira(box.dataSource(), box.transactions(), box.options().clock());
        fill();
        new JiraWeb(box, jira, (request, user, project, issue) -> Map.of()).install();
    }

    private void fill() {
        for (String name : List.of("lead", "owner", "reader", "outsider", "former")) {
            jira.users().create(name, Character.toUpperCase(name.charAt(0)) + name.substring(1), name + "@example.org", name);
        }
        jira.users().join("admin", "team");
        jira.users().join("lead", "team");
        jira.users().join("owner", "team");
        jira.users().join("reader", "readers");
        jira.users().setActive("former", false);
        shop = jira.projects().create("SHOP", "Storefront", "Where customers buy.", "lead");
        for (Permission permission : Permission.values()) {
            jira.permissions().grant(shop.id(), permission, "team");
        }
        jira.permissions().grant(shop.id(), Permission.BROWSE_PROJECTS, "readers");
        ownerField = field("Owner", FieldType.USERPICKER);
        fallbackField = field("Fallback plan", FieldType.TEXTAREA);
        facingField = field("Customer-facing", FieldType.SELECT);
        jira.fields().addOption(facingField.id(), "Yes");
        jira.fields().addOption(facingField.id(), "No");
    }

    private FieldRow field(String name, FieldType type) {
        FieldRow field = jira.fields().create(name, "Who or what, in words.", type, "");
        jira.screens().byId(Screens.DEFAULT_SCREEN).orElseThrow().tabs().stream().findFirst()
                .ifPresent(tab -> jira.screens().addField(tab.id(), field.id()));
        return field;
    }

    IssueRow issue(String summary) {
        return issue(new IssueInput().set("summary", summary));
    }

    IssueRow issue(IssueInput input) {
        Outcome outcome = jira.issues().create("lead", input.set("project", String.valueOf(shop.id()))
                .set("issuetype", jira.issueTypes().byName("Task").orElseThrow().id()));
        return outcome.issue().orElseThrow(() -> new AssertionError(outcome));
    }

    @Override
    public void pluginsEnabled(Box box) {
        // No plugin is installed.
    }

    @Override
    public void stop() {
        // Nothing was taken.
    }

    @Override
    public UserDirectory users() {
        return this;
    }

    @Override
    public Optional<SandboxPrincipal> byName(String name) {
        return jira.users().byName(name).map(PagesOnly::principal);
    }

    @Override
    public Optional<SandboxPrincipal> byKey(String key) {
        return jira.users().byKey(key).map(PagesOnly::principal);
    }

    private static SandboxPrincipal principal(UserRow user) {
        return new SandboxPrincipal(user.key(), user.name(), user.displayName(), user.email(), user.active());
    }

    @Override
    public boolean authenticates(String name, String password) {
        return jira.users().authenticates(name, password);
    }

    @Override
    public boolean isAdmin(String key) {
        return jira.permissions().isAdmin(key);
    }

    @Override
    public boolean isSystemAdmin(String key) {
        return jira.permissions().isSystemAdmin(key);
    }

    @Override
    public boolean isLicensed(String key) {
        return true;
    }

    @Override
    public boolean admitsAnonymous() {
        return false;
    }

    @Override
    public Set<String> groups(String key) {
        return jira.users().groups(key);
    }
}
