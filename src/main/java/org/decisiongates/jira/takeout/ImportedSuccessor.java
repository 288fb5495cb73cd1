package org.decisiongates.jira.takeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.bc.ServiceResult;
import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.takeout.TakenIssue;

/** Names in an imported issue what superseded it, by the key that this has here, as soon as both are here. */
@JiraComponent
class ImportedSuccessor {

    private final IssueService service;
    private final IssueManager issues;
    private final CustomFieldManager customFields;
    private final OwnFields own;
    private final JiraTexts texts;

    ImportedSuccessor(IssueService service, IssueManager issues, CustomFieldManager customFields, OwnFields own, JiraTexts texts) {
        this.service = service;
        this.issues = issues;
        this.customFields = customFields;
        this.own = own;
        this.texts = texts;
    }

    /**
     * Nothing where it is named already.
     *
     * @param id    of the issue here
     * @param here  ids here by keys there
     * @param notes takes what is left out
     */
    void take(TakenIssue taken, long id, Map<String, Long> here, IssueImport.Target target, List<String> notes) {
        String there = taken.field(OwnField.SUPERSEDED_BY.key()).strip();
        if (there.isEmpty()) {
            return;
        }
        Optional<String> field = own.idOf(OwnField.SUPERSEDED_BY);
        Optional<Issue> successor = Optional.ofNullable(here.get(there)).map(issues::getIssueObject);
        if (field.isEmpty() || successor.isEmpty()) {
            notes.add(texts.text("decision-gates.takeout.import.no-successor", there));
        } else {
            refusal(id, field.get(), successor.get().getKey(), target)
                    .ifPresent(why -> notes.add(texts.text("decision-gates.takeout.import.successor-refused", there, why)));
        }
    }

    private Optional<String> refusal(long id, String field, String key, IssueImport.Target target) {
        Object before = issues.getIssueObject(id).getCustomFieldValue(customFields.getCustomFieldObject(field));
        if (key.equals(before)) {
            return Optional.empty();
        }
        IssueInputParameters input = service.newIssueInputParameters();
        // it is on the screen of one transition alone
        input.setSkipScreenCheck(true);
        input.setRetainExistingValuesWhenParameterNotProvided(true, true);
        input.addCustomFieldValue(field, key);
        IssueService.UpdateValidationResult valid = service.validateUpdate(target.caller(), id, input);
        return valid.isValid() ? said(service.update(target.caller(), valid)) : said(valid);
    }

    private static Optional<String> said(ServiceResult result) {
        if (result.isValid()) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>(result.getErrorCollection().getErrorMessages());
        reasons.addAll(result.getErrorCollection().getErrors().values());
        return Optional.of(String.join(" ", reasons));
    }
}
