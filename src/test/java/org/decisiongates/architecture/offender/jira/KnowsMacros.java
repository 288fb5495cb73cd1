package org.decisiongates.architecture.offender.jira;

import com.atlassian.confluence.macro.Macro;

record KnowsMacros(Macro macro) {
}
