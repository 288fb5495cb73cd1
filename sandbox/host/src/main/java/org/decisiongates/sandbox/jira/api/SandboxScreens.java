package org.decisiongates.sandbox.jira.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.atlassian.jira.issue.fields.OrderableField;
import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.jira.issue.fields.screen.FieldScreenLayoutItem;
import com.atlassian.jira.issue.fields.screen.FieldScreenTab;

import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.ScreenRow;
import org.decisiongates.sandbox.jira.model.Screens;
import org.decisiongates.sandbox.jira.model.TabRow;
import org.decisiongates.sandbox.platform.Identified;

/** {@code FieldScreenManager}. What it hands out reads the database anew at every question. */
final class SandboxScreens {

    private final SandboxJira jira;
    private final JiraObjects objects;

    SandboxScreens(SandboxJira jira, JiraObjects objects) {
        this.jira = jira;
        this.objects = objects;
    }

    private Screens screens() {
        return jira.screens();
    }

    public FieldScreen getFieldScreen(Long id) {
        return id == null ? null : screens().byId(id).map(row -> (FieldScreen) new Screen(row)).orElse(null);
    }

    public Collection<FieldScreen> getFieldScreens() {
        return screens().all().stream().map(row -> (FieldScreen) new Screen(row)).toList();
    }

    public List<FieldScreenTab> getFieldScreenTabs(FieldScreen screen) {
        return screens().byId(screen.getId()).map(ScreenRow::tabs).orElse(List.of()).stream().map(tab -> (FieldScreenTab) new Tab(tab))
                .toList();
    }

    public void createFieldScreen(FieldScreen screen) {
        assign(screen, screens().create(screen.getName(), screen.getDescription()).id());
    }

    public void updateFieldScreen(FieldScreen screen) {
        screens().update(screen.getId(), screen.getName(), screen.getDescription());
    }

    public void removeFieldScreen(Long id) {
        screens().delete(id);
    }

    public void createFieldScreenTab(FieldScreenTab tab) {
        assign(tab, screens().addTab(tab.getFieldScreen().getId(), tab.getName()).id());
    }

    public FieldScreenLayoutItem buildNewFieldScreenLayoutItem(String fieldId) {
        return new Item(fieldId);
    }

    public void createFieldScreenLayoutItem(FieldScreenLayoutItem item) {
        screens().addField(((Item) item).tab.getId(), item.getFieldId());
    }

    static void assign(Object standIn, long id) {
        if (standIn instanceof Identified) {
            Identified.assign(standIn, id);
        }
    }

    /** A stored screen. */
    private final class Screen extends Described implements FieldScreen {

        Screen(ScreenRow row) {
            super(row.id(), row.name(), row.description());
        }

        @Override
        public List<FieldScreenTab> getTabs() {
            return getFieldScreenTabs(this);
        }

        @Override
        public FieldScreenTab getTab(int position) {
            return getTabs().get(position);
        }

        @Override
        public FieldScreenTab addTab(String tabName) {
            return new Tab(screens().addTab(id, tabName));
        }

        @Override
        public void removeTab(int position) {
            screens().deleteTab(getTab(position).getId());
        }

        @Override
        public boolean containsField(String fieldId) {
            return screens().byId(id).filter(row -> row.contains(fieldId)).isPresent();
        }

        @Override
        public void removeFieldScreenLayoutItem(String fieldId) {
            screens().byId(id).ifPresent(row -> row.tabs().forEach(tab -> {
                List<String> rest = new ArrayList<>(tab.fieldIds());
                if (rest.remove(fieldId)) {
                    screens().setFields(tab.id(), rest);
                }
            }));
        }

        @Override
        public void store() {
            screens().update(id, getName(), getDescription());
        }

        @Override
        public void remove() {
            screens().delete(id);
        }
    }

    /** A stored tab. */
    private final class Tab implements FieldScreenTab {

        private final TabRow row;
        private String name;

        Tab(TabRow row) {
            this.row = row;
            this.name = row.name();
        }

        private List<String> fields() {
            return screens().tab(row.id()).map(TabRow::fieldIds).orElse(List.of());
        }

        @Override
        public Long getId() {
            return row.id();
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void setName(String text) {
            name = text;
        }

        @Override
        public int getPosition() {
            return row.position();
        }

        @Override
        public void setPosition(int position) {
            throw new NotInSandbox(FieldScreenTab.class, "setPosition(int)");
        }

        @Override
        public FieldScreen getFieldScreen() {
            return SandboxScreens.this.getFieldScreen(row.screenId());
        }

        @Override
        public void setFieldScreen(FieldScreen screen) {
            throw new NotInSandbox(FieldScreenTab.class, "setFieldScreen(FieldScreen)");
        }

        @Override
        public void addFieldScreenLayoutItem(String fieldId) {
            screens().addField(row.id(), fieldId);
        }

        @Override
        public void addFieldScreenLayoutItem(String fieldId, int position) {
            List<String> fields = new ArrayList<>(fields());
            if (!fields.contains(fieldId)) {
                fields.add(Math.min(position, fields.size()), fieldId);
                screens().setFields(row.id(), fields);
            }
        }

        @Override
        public FieldScreenLayoutItem getFieldScreenLayoutItem(String fieldId) {
            return getFieldScreenLayoutItems().stream().filter(item -> item.getFieldId().equals(fieldId)).findFirst().orElse(null);
        }

        @Override
        public List<FieldScreenLayoutItem> getFieldScreenLayoutItems() {
            return fields().stream().map(field -> {
                Item item = new Item(field);
                item.tab = this;
                return (FieldScreenLayoutItem) item;
            }).toList();
        }

        @Override
        public boolean isContainsField(String fieldId) {
            return fields().contains(fieldId);
        }

        @Override
        public void store() {
            screens().renameTab(row.id(), name);
        }
    }

    /** A field's place on a tab. */
    private final class Item implements FieldScreenLayoutItem {

        private final String fieldId;
        private FieldScreenTab tab;

        Item(String fieldId) {
            this.fieldId = fieldId;
        }

        @Override
        public Long getId() {
            throw new NotInSandbox(FieldScreenLayoutItem.class, "getId()");
        }

        @Override
        public String getFieldId() {
            return fieldId;
        }

        @Override
        public OrderableField getOrderableField() {
            return jira.fields().byId(fieldId).filter(row -> row.custom()).map(objects::field).orElse(null);
        }

        @Override
        public int getPosition() {
            return screens().tab(tab.getId()).map(row -> row.fieldIds().indexOf(fieldId)).orElse(0);
        }

        @Override
        public void setFieldScreenTab(FieldScreenTab newTab) {
            tab = newTab;
        }
    }
}
