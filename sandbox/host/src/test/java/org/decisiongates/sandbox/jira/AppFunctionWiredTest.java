package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.PluginSource;
import org.decisiongates.sandbox.host.RunningBox;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.JqlProblem;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** A query calls a function that an app brings, as the searcher, and still shows only what the searcher may browse. */
public class AppFunctionWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String FUNCTION = """
            import com.atlassian.jira.JiraDataType;
            import com.atlassian.jira.JiraDataTypes;
            import com.atlassian.jira.jql.operand.QueryLiteral;
            import com.atlassian.jira.jql.query.QueryCreationContext;
            import com.atlassian.jira.plugin.jql.function.AbstractJqlFunction;
            import com.atlassian.jira.user.ApplicationUser;
            import com.atlassian.jira.util.MessageSet;
            import com.atlassian.jira.util.MessageSetImpl;
            import com.atlassian.query.clause.TerminalClause;
            import com.atlassian.query.operand.FunctionOperand;
            import java.util.ArrayList;
            import java.util.List;

            public class Numbered extends AbstractJqlFunction {
                public MessageSet validate(ApplicationUser searcher, FunctionOperand operand, TerminalClause clause) {
                    MessageSet problems = new MessageSetImpl();
                    if (operand.getArgs().contains("never")) {
                        problems.addErrorMessage("Function '" + getFunctionName() + "' takes ids of issues.");
                    }
                    return problems;
                }
                public List<QueryLiteral> getValues(QueryCreationContext context, FunctionOperand operand, TerminalClause clause) {
                    if (operand.getArgs().contains("broken")) {
                        throw new IllegalStateException("on purpose");
                    }
                    List<QueryLiteral> values = new ArrayList<>();
                    operand.getArgs().forEach(id -> values.add(new QueryLiteral(operand, Long.valueOf(id))));
                    return values;
                }
                public int getMinimumNumberOfExpectedArguments() {
                    return 1;
                }
                public JiraDataType getDataType() {
                    return JiraDataTypes.ISSUE;
                }
            }
            """;

    private static RunningBox box;
    private static SandboxJira jira;

    @BeforeClass
    public static void start() throws Exception {
        Path app = PluginSource.aPlugin("org.example.functions")
                .imports(
                        "com.atlassian.jira,com.atlassian.jira.jql.operand,com.atlassian.jira.jql.query,com.atlassian.jira.plugin.jql.function,"
                                + "com.atlassian.jira.user,com.atlassian.jira.util,com.atlassian.query.clause,com.atlassian.query.operand")
                .with("Numbered", FUNCTION)
                .module("<jql-function key=\"numbered\" class=\"test.Numbered\"><fname>numbered</fname><list>true</list></jql-function>")
                .jar(BOXES.folder());
        JiraProduct product = new JiraProduct();
        box = BOXES.start(product, BOXES.options(), BuiltPlugin.jar(), app);
        jira = product.jira();
    }

    @Test
    public void findsTheIssuesItYields() throws Exception {
        List<IssueRow> some = jira.search().find("lead", "project = SHOP order by key", 0, 2).issues();
        String ids = some.get(0).id() + ", " + some.get(1).id();
        assertEquals(some, jira.search().find("lead", "issue in numbered(" + ids + ") order by key", 0, 10).issues());
        assertEquals(List.of(), jira.search().find("outsider", "issue in numbered(" + ids + ")", 0, 10).issues());
    }

    @Test
    public void saysInTheFunctionsOwnWordsWhatIsWrong() {
        assertProblem("issue in numbered(never)", "takes ids of issues");
        assertProblem("issue in numbered()", "expects at least 1 arguments but got 0");
        assertProblem("issue in numbered(broken)", "failed");
        assertProblem("issue = numbered(1, 2)", "yields a list");
        assertProblem("issue in unheardOf()", "Unable to find JQL function 'unheardOf()'");
    }

    private static void assertProblem(String jql, String words) {
        JqlProblem problem = assertThrows(JqlProblem.class, () -> jira.search().find("lead", jql, 0, 10));
        assertTrue(problem.getMessage(), problem.getMessage().contains(words));
    }
}
