package org.decisiongates.sandbox.jira.model;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.imageio.ImageIO;
import org.springframework.dao.DataIntegrityViolationException;

/** What a fresh Jira holds: an administrator, the stock issue types, statuses, screens, schemes and workflow. */
final class Defaults {

    private static final String MARK = "defaults";

    private final Store store;
    private final SandboxJira jira;

    Defaults(Store store, SandboxJira jira) {
        this.store = store;
        this.jira = jira;
    }

    /** Fills an empty database, once, whichever node comes first. */
    void fill() {
        if (store.sql("select count(*) from jira_mark where mark = ?", MARK).query(Long.class).single() > 0) {
            return;
        }
        try {
            store.inTransaction(() -> {
                store.sql("insert into jira_mark (mark, mark_value) values (?, '1')", MARK).update();
                people();
                constants();
                screens();
                workflows();
            });
        } catch (DataIntegrityViolationException e) {
            // another node fills it
            if (store.sql("select count(*) from jira_mark where mark = ?", MARK).query(Long.class).single() == 0) {
                throw e;
            }
        }
    }

    private void people() {
        List.of("jira-administrators", Users.LICENSED).forEach(jira.users()::addGroup);
        jira.users().create("admin", "Admin", "admin@example.com", "admin");
        jira.users().join("admin", "jira-administrators");
        jira.users().join("admin", Users.LICENSED);
        jira.permissions().grantGlobal("ADMINISTER", "jira-administrators");
        jira.permissions().grantGlobal("SYSTEM_ADMIN", "jira-administrators");
    }

    private void constants() {
        status(1, "Open", StatusCategory.NEW);
        status(3, "In Progress", StatusCategory.INDETERMINATE);
        status(4, "Reopened", StatusCategory.NEW);
        status(5, "Resolved", StatusCategory.DONE);
        status(6, "Closed", StatusCategory.DONE);
        String[] colours = {"#d04437", "#f15c75", "#f79232", "#707070", "#999999"};
        String[] priorities = {"Highest", "High", "Medium", "Low", "Lowest"};
        for (int i = 0; i < priorities.length; i++) {
            store.sql("insert into jira_priority (id, name, description, colour) values (?, ?, '', ?)", i + 1, priorities[i], colours[i])
                    .update();
        }
        List.of("Done", "Won't Do", "Duplicate", "Cannot Reproduce").forEach(name -> jira.resolutions().create(name, ""));
        store.sql("insert into jira_type_scheme (id, name, description) values (?, 'Default Issue Type Scheme',"
                + " 'Default issue type scheme is the list of global issue types.')", IssueTypes.DEFAULT_SCHEME).update();
        long avatar = jira.avatars().create("issuetype", null, "task.png", "image/png", icon(new Color(0x4b, 0xad, 0xe8)), true).id();
        jira.issueTypes().create("Task", "A task that needs to be done.", avatar, false);
        jira.issueTypes().create("Story", "A user story.", avatar, false);
        jira.issueTypes().create("Bug", "A problem which impairs or prevents the functions of the product.", avatar, false);
        jira.links().createType("Blocks", "is blocked by", "blocks");
        jira.links().createType("Cloners", "is cloned by", "clones");
        jira.links().createType("Duplicate", "is duplicated by", "duplicates");
        jira.links().createType("Relates", "relates to", "relates to");
    }

    private void status(int id, String name, StatusCategory category) {
        store.sql("insert into jira_status (id, name, description, category) values (?, ?, '', ?)", id, name, category.key()).update();
    }

    private void screens() {
        screen(Screens.DEFAULT_SCREEN, "Default Screen", "Allows to update all system fields.", List.of("summary", "issuetype", "priority",
                "duedate", "assignee", "reporter", "environment", "description", "labels", Versions.FIELD, Levels.FIELD));
        screen(2, "Workflow Screen", "This screen is used in the workflow and enables you to assign issues.", List.of("assignee"));
        screen(3, "Resolve Issue Screen", "Allows to set resolution and assign an issue.", List.of("resolution", "assignee"));
        store.sql("insert into jira_screen_scheme (id, name, description) values (?, 'Default Screen Scheme', '')", Screens.DEFAULT_SCHEME)
                .update();
        jira.screens().setScreen(Screens.DEFAULT_SCHEME, Operation.DEFAULT, Screens.DEFAULT_SCREEN);
        store.sql("insert into jira_type_screen_scheme (id, name, description) values (?, 'Default Issue Type Screen Scheme', '')",
                Screens.DEFAULT_SCHEME).update();
        jira.screens().setScreenScheme(Screens.DEFAULT_SCHEME, IssueTypeScreenSchemeRow.DEFAULT_ENTRY, Screens.DEFAULT_SCHEME);
    }

    private void screen(long id, String name, String description, List<String> fields) {
        store.sql("insert into jira_screen (id, name, description) values (?, ?, ?)", id, name, description).update();
        jira.screens().setFields(jira.screens().addTab(id, "Field Tab").id(), fields);
    }

    private void workflows() {
        jira.workflows().create("admin", WorkflowRow.SYSTEM, "The default Jira workflow.", resource("/workflow/jira.xml"));
        store.sql("insert into jira_workflow_scheme (id, name, description, default_workflow) values (?, 'Default Workflow Scheme', '', ?)",
                Workflows.DEFAULT_SCHEME, WorkflowRow.SYSTEM).update();
    }

    static String resource(String path) {
        try (InputStream in = Defaults.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The sandbox lacks its resource " + path + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A plain square, so that every type has an icon. */
    static byte[] icon(Color colour) {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(colour);
        brush.fillRoundRect(0, 0, 16, 16, 4, 4);
        brush.setColor(Color.WHITE);
        brush.drawPolyline(new int[] {4, 7, 12}, new int[] {8, 11, 5}, 3);
        brush.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
