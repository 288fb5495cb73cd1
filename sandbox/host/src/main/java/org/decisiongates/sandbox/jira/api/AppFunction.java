package org.decisiongates.sandbox.jira.api;

import java.util.List;
import java.util.Objects;

import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.plugin.jql.function.JqlFunction;
import com.atlassian.jira.plugin.jql.function.JqlFunctionModuleDescriptor;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.FunctionOperand;
import com.atlassian.query.operand.Operand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

import org.decisiongates.sandbox.jira.model.JqlProblem;

/** A function that an app brings for queries, called as Jira calls it: first whether it takes the arguments, then for its values. */
final class AppFunction {

    private static final Logger LOG = LoggerFactory.getLogger(AppFunction.class);

    private final JqlFunction function;

    AppFunction(JqlFunction function, Element module) {
        this.function = function;
        function.init(new Declared(child(module, "fname"), Boolean.parseBoolean(child(module, "list"))));
    }

    /** The values for a searcher; a {@link JqlProblem} with the function's own words when it does not take the arguments. */
    List<String> values(ApplicationUser searcher, String field, String name, List<String> arguments) throws JqlProblem {
        if (arguments.size() < function.getMinimumNumberOfExpectedArguments()) {
            throw new JqlProblem("Function '" + name + "' expects at least " + function.getMinimumNumberOfExpectedArguments()
                    + " arguments but got " + arguments.size() + ".");
        }
        FunctionOperand operand = new FunctionOperand(name, arguments);
        TerminalClause clause = new Clause(field, operand);
        try {
            MessageSet problems = function.validate(searcher, operand, clause);
            if (problems.hasAnyErrors()) {
                throw new JqlProblem(String.join(" ", problems.getErrorMessages()));
            }
            QueryCreationContext context = () -> searcher;
            return function.getValues(context, operand, clause).stream().map(QueryLiteral::asString).filter(Objects::nonNull).toList();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Function {} of an app failed", name, e);
            throw new JqlProblem("Function '" + name + "' failed; the log says why.");
        }
    }

    private static String child(Element module, String name) {
        return module.getElementsByTagName(name).getLength() == 0 ? "" : module.getElementsByTagName(name).item(0).getTextContent().trim();
    }

    private record Clause(String getName, Operand getOperand) implements TerminalClause {
    }

    private record Declared(String getFunctionName, boolean isList) implements JqlFunctionModuleDescriptor {
    }
}
