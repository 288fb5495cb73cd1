package org.decisiongates.sandbox.confluence;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import kong.unirest.core.HttpResponse;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.AccessTable;
import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.RunningBox;

/** Who may call the app's servlets in Confluence, and how: the table is {@code access-confluence.txt}. */
public class ServletAccessWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "FROBNICATE");

    private static RunningBox box;

    @BeforeClass
    public static void start() throws Exception {
        box = BOXES.start(new ConfluenceProduct(), BOXES.options(), BuiltPlugin.jar());
    }

    @Test
    public void answersEveryoneAsTheTableSays() throws Exception {
        Map<String, Reader> roles = new LinkedHashMap<>();
        roles.put("anonymous", Reader.anonymous(box));
        for (String login : List.of("unlicensed", "reader", "admin")) {
            roles.put(login, Reader.named(box, login));
        }
        AccessTable table = new AccessTable(roles.keySet());
        for (String servlet : AccessTable.servletsOf("confluence")) {
            for (String method : METHODS) {
                List<String> cells = new ArrayList<>();
                for (Reader reader : roles.values()) {
                    cells.add(String.valueOf(reader.json(method, "/plugins/servlet" + servlet, "").getStatus()));
                }
                table.add(method + " " + servlet, cells);
            }
        }
        table.assertIs("access-confluence.txt");
    }

    @Test
    public void tellsWhichMethodsThereAre() throws Exception {
        for (String servlet : AccessTable.servletsOf("confluence")) {
            for (String method : List.of("OPTIONS", "PATCH")) {
                HttpResponse<String> answer = Reader.named(box, "reader").json(method, "/plugins/servlet" + servlet, "");
                assertEquals(servlet, "GET, HEAD, OPTIONS", answer.getHeaders().getFirst("Allow"));
                assertTrue(servlet, method.equals("PATCH") || answer.getBody().isEmpty());
            }
        }
    }
}
