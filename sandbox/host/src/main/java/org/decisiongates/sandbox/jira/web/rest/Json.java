package org.decisiongates.sandbox.jira.web.rest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.decisiongates.sandbox.jira.model.CommentRow;
import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.IssueTypeRow;
import org.decisiongates.sandbox.jira.model.LevelRow;
import org.decisiongates.sandbox.jira.model.LinkTypeRow;
import org.decisiongates.sandbox.jira.model.OptionRow;
import org.decisiongates.sandbox.jira.model.PriorityRow;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.ResolutionRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.StatusCategory;
import org.decisiongates.sandbox.jira.model.StatusRow;
import org.decisiongates.sandbox.jira.model.UserRow;
import org.decisiongates.sandbox.jira.model.VersionRow;

/** Small things as Jira's JSON writes them. */
final class Json {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    private final SandboxJira jira;
    private final String base;

    Json(SandboxJira jira, String base) {
        this.jira = jira;
        this.base = base;
    }

    static String moment(Instant moment) {
        return moment == null ? null : MOMENT.format(moment);
    }

    /** An ordered object from names and values in turn; null values stay, as Jira writes them. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    String self(String path) {
        return base + "/rest/api/2/" + path;
    }

    Object user(String key) {
        return key == null || key.isEmpty() ? null
                : jira.users().byKey(key).map(this::user)
                        .orElse(object("self", self("user?username=" + key), "name", key, "key", key, "displayName", key, "active", false));
    }

    Map<String, Object> user(UserRow user) {
        return object("self", self("user?username=" + user.name()), "key", user.key(), "name", user.name(), "emailAddress", user.email(),
                "avatarUrls", Map.of(), "displayName", user.displayName(), "active", user.active(), "timeZone", "GMT");
    }

    Map<String, Object> project(ProjectRow project) {
        return object("self", self("project/" + project.id()), "id", String.valueOf(project.id()), "key", project.key(),
                "name", project.name(), "projectTypeKey", "software");
    }

    Map<String, Object> issueType(IssueTypeRow type) {
        return object("self", self("issuetype/" + type.id()), "id", type.id(), "description", text(type.description()),
                "iconUrl", base + "/secure/viewavatar?size=xsmall&avatarId=" + type.avatarId() + "&avatarType=issuetype",
                "name", type.name(), "subtask", type.subTask(), "avatarId", type.avatarId());
    }

    Map<String, Object> status(StatusRow status) {
        StatusCategory category = status.category();
        return object("self", self("status/" + status.id()), "description", text(status.description()), "iconUrl",
                base + "/s/jira/status.svg",
                "name", status.name(), "id", status.id(), "statusCategory", object("self", self("statuscategory/" + category.id()),
                        "id", category.id(), "key", category.key(), "colorName", category.colour(), "name", category.label()));
    }

    Map<String, Object> priority(PriorityRow priority) {
        return object("self", self("priority/" + priority.id()), "statusColor", priority.colour(), "description",
                text(priority.description()),
                "iconUrl", base + "/s/jira/priority.svg", "name", priority.name(), "id", priority.id());
    }

    Map<String, Object> resolution(ResolutionRow resolution) {
        return object("self", self("resolution/" + resolution.id()), "id", resolution.id(), "description", text(resolution.description()),
                "name", resolution.name());
    }

    Map<String, Object> option(OptionRow option) {
        return object("self", self("customFieldOption/" + option.id()), "value", option.value(), "id", String.valueOf(option.id()),
                "disabled", option.disabled());
    }

    Map<String, Object> version(VersionRow version) {
        Map<String, Object> object = object("self", self("version/" + version.id()), "id", String.valueOf(version.id()), "description",
                text(version.description()), "name", version.name(), "archived", version.archived(), "released", version.released(),
                "projectId",
                version.projectId());
        if (version.startDay() != null) {
            object.put("startDate", version.startDay());
        }
        if (version.releaseDay() != null) {
            object.put("releaseDate", version.releaseDay());
        }
        return object;
    }

    Map<String, Object> level(LevelRow level) {
        return object("self", self("securitylevel/" + level.id()), "id", String.valueOf(level.id()), "description", "", "name",
                level.name());
    }

    Map<String, Object> linkType(LinkTypeRow type) {
        return object("id", String.valueOf(type.id()), "name", type.name(), "inward", type.inward(), "outward", type.outward(),
                "self", self("issueLinkType/" + type.id()));
    }

    Map<String, Object> comment(CommentRow comment) {
        return object("self", self("issue/" + comment.issueId() + "/comment/" + comment.id()), "id", String.valueOf(comment.id()),
                "author", user(comment.authorKey()), "body", comment.body(), "updateAuthor", user(comment.authorKey()),
                "created", moment(comment.created()), "updated", moment(comment.updated()));
    }

    Map<String, Object> comments(List<CommentRow> comments) {
        return object("comments", comments.stream().map(this::comment).toList(), "maxResults", comments.size(), "total", comments.size(),
                "startAt", 0);
    }

    /** What kind of value a field takes. */
    static Map<String, Object> schema(FieldRow field) {
        Map<String, Object> schema = object("type", field.type().schema());
        if (field.type().isMultiple()) {
            schema.put("items", switch (field.type()) {
                case MULTISELECT, MULTICHECKBOXES -> "option";
                case MULTIUSERPICKER -> "user";
                case LINKS -> "issuelinks";
                case VERSIONS -> "version";
                default -> "string";
            });
        }
        if (field.custom()) {
            schema.put("custom", field.type().moduleKey());
            schema.put("customId", field.number());
        } else {
            schema.put("system", field.id());
        }
        return schema;
    }

    /** A field as {@code /rest/api/2/field} lists it. */
    static Map<String, Object> field(FieldRow field) {
        boolean settable = field.type() != FieldType.KEY;
        Map<String, Object> object = object("id", field.id(), "name", field.name(), "custom", field.custom(), "orderable", settable,
                "navigable", field.type() != FieldType.COMMENT, "searchable", true, "clauseNames",
                field.custom() ? List.of("cf[" + field.number() + "]", field.name()) : List.of(field.id()));
        if (settable) {
            object.put("schema", schema(field));
        }
        return object;
    }

    static String text(String text) {
        return text == null ? "" : text;
    }
}
