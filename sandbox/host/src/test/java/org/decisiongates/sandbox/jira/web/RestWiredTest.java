package org.decisiongates.sandbox.jira.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kong.unirest.core.HttpRequestWithBody;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.UnirestInstance;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.RestClient;
import org.decisiongates.sandbox.host.RunningBox;
import org.decisiongates.sandbox.jira.model.IssueRow;

/** Jira's documented REST: shapes, refusals, and nothing lost by bad input. */
public class RestWiredTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final PagesOnly JIRA = new PagesOnly();
    private static RunningBox box;

    @BeforeClass
    public static void start() throws Exception {
        box = BOXES.start(JIRA, BOXES.options());
    }

    private record Reply(int status, JsonNode body) {

        String error(String field) {
            return body.path("errors").path(field).asText();
        }

        String message() {
            return body.path("errorMessages").path(0).asText();
        }
    }

    private static Reply call(String user, String method, String path, String body) throws Exception {
        HttpRequestWithBody request = RestClient.at(box.baseUrl()).request(method, "/rest/api/2/" + path).header("Content-Type",
                "application/json");
        if (user != null) {
            request.basicAuth(user, user);
        }
        HttpResponse<String> response = (body == null ? request : request.body(body)).asString();
        return new Reply(response.getStatus(), response.getBody().isEmpty() ? JSON.nullNode() : JSON.readTree(response.getBody()));
    }

    private static Reply get(String path) throws Exception {
        return call("lead", "GET", path, null);
    }

    private static Reply post(String path, String body) throws Exception {
        return call("lead", "POST", path, body.replace('\'', '"'));
    }

    private static Reply put(String path, String body) throws Exception {
        return call("lead", "PUT", path, body.replace('\'', '"'));
    }

    @Test
    public void letsAdministratorsCreateAndDeleteEmptyProjects() throws Exception {
        String wanted = "{\"key\":\"NEW\",\"name\":\"New\",\"projectTypeKey\":\"business\",\"projectTemplateKey\":\"any\",\"lead\":\"lead\"}";
        assertEquals(403, call("lead", "POST", "project", wanted).status());
        assertEquals("Project 'SHOP' uses this project key.",
                call("admin", "POST", "project", wanted.replace("NEW", "SHOP")).error("projectKey"));
        assertEquals("NEW", call("admin", "POST", "project", wanted).body().path("key").asText());
        JsonNode types = call("admin", "GET", "issue/createmeta/NEW/issuetypes", null).body().path("values");
        JsonNode fields = call("admin", "GET", "issue/createmeta/NEW/issuetypes/" + types.path(0).path("id").asText(), null).body()
                .path("values");
        assertTrue(fields.toString(), fields.findValuesAsText("fieldId").contains("summary"));
        String issue = call("admin", "POST", "issue", "{\"fields\":{\"project\":{\"key\":\"NEW\"},\"issuetype\":{\"id\":\""
                + types.path(0).path("id").asText() + "\"},\"summary\":\"One\"}}").body().path("key").asText();
        assertEquals(400, call("admin", "DELETE", "project/NEW", null).status());
        assertEquals(204, call("admin", "DELETE", "issue/" + issue, null).status());
        assertEquals(403, call("lead", "DELETE", "project/SHOP", null).status());
        assertEquals(204, call("admin", "DELETE", "project/NEW", null).status());
        assertEquals(404, call("admin", "GET", "project/NEW", null).status());
    }

    @Test
    public void tellsWhatItIs() throws Exception {
        JsonNode info = call(null, "GET", "serverInfo", null).body();
        assertEquals(box.baseUrl(), info.path("baseUrl").asText());
        assertEquals("Sandbox - not Jira", info.path("serverTitle").asText());
        assertEquals("lead", get("myself").body().path("name").asText());
    }

    @Test
    public void answersNothingElseToAnonymousCallers() throws Exception {
        String key = JIRA.issue("Hidden").key();
        for (String path : List.of("myself", "field", "issuetype", "project", "project/SHOP", "status", "priority", "search?jql=",
                "issue/" + key,
                "issue/" + key + "/transitions", "user?username=lead", "issueLinkType", "issue/createmeta")) {
            assertEquals(path, 401, call(null, "GET", path, null).status());
        }
        assertEquals(401, call("lead-wrong", "GET", "myself", null).status());
    }

    @Test
    public void keepsReleasesWithTheirDaysAndPutsIssuesInThem() throws Exception {
        Reply made = post("version", "{'name':'1.0','project':'SHOP','startDate':'2026-11-01','releaseDate':'2026-12-01'}");
        assertEquals(201, made.status());
        assertEquals("2026-12-01", get("version/" + made.body().path("id").asText()).body().path("releaseDate").asText());
        String key = JIRA.issue("In a release").key();
        assertEquals(204, put("issue/" + key, "{'fields':{'fixVersions':[{'name':'1.0'}]}}").status());
        assertEquals("1.0", get("issue/" + key).body().at("/fields/fixVersions/0/name").asText());
        assertEquals(400, put("issue/" + key, "{'fields':{'fixVersions':[{'name':'0.9'}]}}").status());
        assertEquals(400, post("version", "{'name':'1.0','project':'SHOP'}").status());
        assertEquals(400, post("version", "{'name':'2.0','project':'SHOP','releaseDate':'soon'}").status());
        assertEquals(404, call("outsider", "GET", "version/" + made.body().path("id").asText(), null).status());
        assertEquals("1.0", get("project/SHOP/versions").body().path(0).path("name").asText());
    }

    @Test
    public void listsConstants() throws Exception {
        JsonNode fields = get("field").body();
        JsonNode owner = null;
        for (JsonNode field : fields) {
            owner = field.path("id").asText().equals(JIRA.ownerField.id()) ? field : owner;
        }
        assertEquals("Owner", owner.path("name").asText());
        assertEquals("com.atlassian.jira.plugin.system.customfieldtypes:userpicker", owner.path("schema").path("custom").asText());
        assertTrue(get("issuetype").body().size() > 0);
        assertTrue(get("status").body().path(0).path("statusCategory").has("key"));
        assertEquals("SHOP", get("project/SHOP").body().path("key").asText());
        assertTrue(get("project/SHOP").body().path("issueTypes").size() > 0);
        assertEquals(404, get("project/NOPE").status());
        assertEquals("No project could be found with key 'NOPE'.", get("project/NOPE").message());
    }

    @Test
    public void findsPeople() throws Exception {
        assertEquals("owner", get("user?username=owner").body().path("key").asText());
        assertEquals("The user named 'nobody' does not exist", get("user?username=nobody").message());
        assertEquals(1, get("user/search?username=read").body().size());
        assertTrue(get("user/assignable/search?project=SHOP&username=").body().size() >= 2);
    }

    @Test
    public void createsReadsEditsAndDeletes() throws Exception {
        Reply created = post("issue",
                "{'fields':{'project':{'key':'SHOP'},'issuetype':{'name':'Task'},'summary':'Over the wire','duedate':'2027-01-15',"
                        + "'labels':['a','b'],'assignee':{'name':'owner'},'" + JIRA.ownerField.id() + "':{'name':'lead'},'"
                        + JIRA.facingField.id() + "':{'value':'Yes'}}}");
        assertEquals(created.body().toString(), 201, created.status());
        String key = created.body().path("key").asText();
        JsonNode fields = get("issue/" + key).body().path("fields");
        assertEquals("Over the wire", fields.path("summary").asText());
        assertEquals("2027-01-15", fields.path("duedate").asText());
        assertEquals("owner", fields.path("assignee").path("name").asText());
        assertEquals("lead", fields.path(JIRA.ownerField.id()).path("name").asText());
        assertEquals("Yes", fields.path(JIRA.facingField.id()).path("value").asText());
        assertTrue(fields.path("created").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000"));
        assertTrue(fields.path("resolution").isNull());
        assertEquals(204, put("issue/" + key, "{'fields':{'summary':'Edited','" + JIRA.ownerField.id() + "':null},"
                + "'update':{'labels':[{'add':'c'},{'remove':'a'}]}}").status());
        JsonNode read = get("issue/" + key + "?expand=changelog,names&fields=summary,labels," + JIRA.ownerField.id()).body();
        assertEquals("Edited", read.path("fields").path("summary").asText());
        assertEquals("[\"b\",\"c\"]", read.path("fields").path("labels").toString());
        assertTrue(read.path("fields").path(JIRA.ownerField.id()).isNull());
        assertFalse(read.path("fields").has("duedate"));
        assertEquals("Owner", read.path("names").path(JIRA.ownerField.id()).asText());
        assertTrue(read.path("changelog").path("histories").toString().contains("\"fromString\":\"Over the wire\""));
        assertEquals(204, call("lead", "DELETE", "issue/" + key, null).status());
        assertEquals(404, get("issue/" + key).status());
    }

    @Test
    public void listsAndPerformsTransitions() throws Exception {
        IssueRow issue = JIRA.issue("To be moved");
        JsonNode transitions = get("issue/" + issue.key() + "/transitions?expand=transitions.fields").body().path("transitions");
        JsonNode resolve = null;
        for (JsonNode transition : transitions) {
            resolve = transition.path("fields").has("resolution") ? transition : resolve;
        }
        assertTrue(resolve.path("fields").path("resolution").path("allowedValues").size() > 0);
        assertEquals(204, post("issue/" + issue.key() + "/transitions", "{'transition':{'id':'" + resolve.path("id").asText()
                + "'},'fields':{'resolution':{'name':'Done'}},'update':{'comment':[{'add':{'body':'Done by wire'}}]}}").status());
        JsonNode fields = get("issue/" + issue.key()).body().path("fields");
        assertEquals(resolve.path("to").path("name").asText(), fields.path("status").path("name").asText());
        assertEquals("Done", fields.path("resolution").path("name").asText());
        assertEquals("Done by wire", fields.path("comment").path("comments").path(0).path("body").asText());
    }

    @Test
    public void commentsAndLinks() throws Exception {
        IssueRow one = JIRA.issue("One");
        IssueRow two = JIRA.issue("Two");
        Reply comment = post("issue/" + one.key() + "/comment", "{'body':'Said'}");
        assertEquals(201, comment.status());
        assertEquals("lead", comment.body().path("author").path("name").asText());
        assertEquals(1, get("issue/" + one.key() + "/comment").body().path("total").asInt());
        assertEquals(400, post("issue/" + one.key() + "/comment", "{'body':' '}").status());
        JsonNode type = get("issueLinkType").body().path("issueLinkTypes").path(0);
        assertEquals(201, post("issueLink", "{'type':{'name':'" + type.path("name").asText() + "'},'inwardIssue':{'key':'" + one.key()
                + "'},'outwardIssue':{'key':'" + two.key() + "'}}").status());
        JsonNode link = get("issue/" + one.key()).body().path("fields").path("issuelinks").path(0);
        assertEquals(two.key(), link.path("outwardIssue").path("key").asText());
        assertEquals(404, post("issueLink", "{'type':{'name':'None such'},'inwardIssue':{'key':'" + one.key() + "'}}").status());
    }

    @Test
    public void tellsNobodyButItsReadersOfACommentForAGroupOrARole() throws Exception {
        IssueRow issue = JIRA.issue("Talked about in private");
        String comments = "issue/" + issue.key() + "/comment";
        String ofGroup = post(comments, "{'body':'Whisperedtoagroup'}").body().path("id").asText();
        String ofRole = post(comments, "{'body':'Whisperedtoarole'}").body().path("id").asText();
        assertEquals(1, get("search?jql=comment+~+whisperedtoarole").body().path("total").asInt());
        JIRA.jira.comments().restrict(Long.parseLong(ofGroup), "jira-administrators");
        JIRA.jira.comments().restrictToRole(Long.parseLong(ofRole), JIRA.jira.roles().create("Nobody has it").id());

        assertEquals(0, get(comments).body().path("total").asInt());
        assertEquals(0, get("issue/" + issue.key()).body().at("/fields/comment/total").asInt());
        for (String id : List.of(ofGroup, ofRole)) {
            assertEquals(404, get(comments + "/" + id).status());
        }
        for (String clause : List.of("comment", "text")) {
            assertEquals(clause, 0, get("search?jql=" + clause + "+~+whisperedtoarole").body().path("total").asInt());
        }
        assertEquals("Said aloud", post(comments, "{'body':'Said aloud'}").body().path("body").asText());
        assertEquals(1, get(comments).body().path("total").asInt());
    }

    @Test
    public void searchesByGetAndPost() throws Exception {
        IssueRow issue = JIRA.issue("Needle in the stack");
        Reply found = get("search?jql=summary~%22Needle%22&fields=summary&expand=changelog");
        assertEquals(1, found.body().path("total").asInt());
        assertEquals(issue.key(), found.body().path("issues").path(0).path("key").asText());
        assertEquals(1, found.body().path("issues").path(0).path("fields").size());
        assertTrue(found.body().path("issues").path(0).has("changelog"));
        Reply page = post("search", "{'jql':'project = SHOP ORDER BY key','startAt':1,'maxResults':1,'fields':['summary']}");
        assertEquals(1, page.body().path("issues").size());
        assertEquals(1, page.body().path("startAt").asInt());
        Reply wrong = get("search?jql=projct%20%3D");
        assertEquals(400, wrong.status());
        assertFalse(wrong.message().isEmpty());
        assertEquals(400, get("search?jql=&maxResults=-3").status());
        assertEquals(0, call("outsider", "GET", "search?jql=", null).body().path("total").asInt());
    }

    @Test
    public void describesTheCreateScreen() throws Exception {
        JsonNode project = get("issue/createmeta?projectKeys=SHOP&issuetypeNames=Task&expand=projects.issuetypes.fields").body()
                .path("projects").path(0);
        JsonNode fields = project.path("issuetypes").path(0).path("fields");
        assertTrue(fields.path("summary").path("required").asBoolean());
        assertEquals("user", fields.path(JIRA.ownerField.id()).path("schema").path("type").asText());
        assertEquals("Yes", fields.path(JIRA.facingField.id()).path("allowedValues").path(0).path("value").asText());
    }

    @Test
    public void refusesBadInputWithAReasonByField() throws Exception {
        String start = "{'fields':{'project':{'key':'SHOP'},'issuetype':{'name':'Task'},'summary':'Bad input'";
        assertTrue(post("issue", "{'fields':{'project':{'key':'SHOP'},'issuetype':{'name':'Nonsense'},'summary':'x'}}").error("issuetype")
                .contains("Nonsense"));
        assertEquals("issue type is required", post("issue", "{'fields':{'project':{'key':'SHOP'}}}").error("issuetype"));
        assertEquals("valid project is required",
                post("issue", "{'fields':{'project':{'key':'NOPE'},'issuetype':{'name':'Task'}}}").error("project"));
        assertEquals("Field 'customfield_99999' cannot be set. It is not on the appropriate screen, or unknown.",
                post("issue", start + ",'customfield_99999':'x'}}").error("customfield_99999"));
        assertEquals("data was not an object", post("issue", start + ",'assignee':'owner'}}").error("assignee"));
        assertEquals("Operation value must be a string", post("issue", start + ",'description':{'a':1}}}").error("description"));
        assertFalse(post("issue", start + ",'duedate':'tomorrow'}}").error("duedate").isEmpty());
        assertEquals("Option value 'Maybe' is not valid",
                post("issue", start + ",'" + JIRA.facingField.id() + "':{'value':'Maybe'}}}").error(JIRA.facingField.id()));
        assertFalse(
                post("issue", start + ",'" + JIRA.ownerField.id() + "':{'name':'no such user'}}}").error(JIRA.ownerField.id()).isEmpty());
        Reply two = post("issue", start + ",'assignee':7,'labels':'x'}}");
        assertEquals("every wrong field is named", 2, two.body().path("errors").size());
        assertEquals(0, get("search?jql=summary~%22Bad%20input%22").body().path("total").asInt());
    }

    @Test
    public void refusesWhatIsNotJson() throws Exception {
        for (String body : List.of("{\"fields\":", "[]", "7", "nonsense", "")) {
            Reply reply = call("lead", "POST", "issue", body);
            assertEquals(body, 400, reply.status());
            assertFalse(body, reply.message().isEmpty());
        }
        assertEquals(400, call("lead", "POST", "issue", "{\"fields\":[]}").status());
    }

    @Test
    public void refusesTextThatIsTooLongAndKeepsTheIssue() throws Exception {
        IssueRow issue = JIRA.issue("Kept as it was");
        String megabyte = "x".repeat(1024 * 1024);
        Reply description = put("issue/" + issue.key(), "{'fields':{'description':'" + megabyte + "'}}");
        assertEquals(400, description.status());
        assertTrue(description.error("description"), description.error("description").contains("32,767"));
        assertEquals(400, post("issue/" + issue.key() + "/comment", "{'body':'" + megabyte + "'}").status());
        assertEquals(400, put("issue/" + issue.key(), "{'fields':{'summary':'" + megabyte + "'}}").status());
        assertEquals("Kept as it was", get("issue/" + issue.key()).body().path("fields").path("summary").asText());
    }

    @Test
    public void refusesTransitionsThatAreNotThere() throws Exception {
        IssueRow issue = JIRA.issue("Stays");
        assertEquals("Transition id '999' is not valid for this issue.",
                post("issue/" + issue.key() + "/transitions", "{'transition':{'id':'999'}}").message());
        assertEquals("Missing 'transition' identifier", post("issue/" + issue.key() + "/transitions", "{}").message());
        assertEquals(400, post("issue/" + issue.key() + "/transitions", "{'transition':{'id':{}}}").status());
    }

    @Test
    public void hidesWhatTheCallerMayNotSee() throws Exception {
        IssueRow issue = JIRA.issue("Hidden from outsiders");
        Reply hidden = call("outsider", "GET", "issue/" + issue.key(), null);
        assertEquals(404, hidden.status());
        assertEquals(call("outsider", "GET", "issue/SHOP-99999", null).body(), hidden.body());
        assertEquals(404, call("outsider", "PUT", "issue/" + issue.key(), "{\"fields\":{\"summary\":\"x\"}}").status());
        assertEquals(403, call("reader", "PUT", "issue/" + issue.key(), "{\"fields\":{\"summary\":\"x\"}}").status());
        assertEquals(403, call("reader", "DELETE", "issue/" + issue.key(), null).status());
    }

    @Test
    public void refusesWhatAFormOfAnotherSiteCouldSend() throws Exception {
        IssueRow issue = JIRA.issue("Not by a form");
        UnirestInstance client = RestClient.at(box.baseUrl());
        client.config().enableCookieManagement(true);
        String session = "/rest/auth/1/session";
        HttpResponse<String> login = client.post(session).header("Content-Type", "application/json")
                .body("{\"username\":\"lead\",\"password\":\"lead\"}").asString();
        assertEquals(login.getBody(), 200, login.getStatus());
        String comment = "/rest/api/2/issue/" + issue.key() + "/comment";
        for (String type : List.of("application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x")) {
            assertEquals(type, 403, client.post(comment).header("Content-Type", type).body("{\"body\":\"forged\"}").asString().getStatus());
        }
        assertEquals(201,
                client.post(comment).header("Content-Type", "application/json").body("{\"body\":\"by session\"}").asString().getStatus());
        assertEquals(204, client.delete(session).asString().getStatus());
        assertEquals(401, client.get(session).asString().getStatus());
    }

    @Test
    public void saysInJsonThatAResourceIsNotThere() throws Exception {
        assertEquals(404, get("nothing/here").status());
        assertFalse(get("nothing/here").message().isEmpty());
        assertEquals(405, call("lead", "DELETE", "serverInfo", null).status());
    }
}
