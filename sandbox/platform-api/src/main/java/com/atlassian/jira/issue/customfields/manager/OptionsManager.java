package com.atlassian.jira.issue.customfields.manager;

import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.customfields.option.Options;
import com.atlassian.jira.issue.fields.config.FieldConfig;
import java.util.List;

public interface OptionsManager {
    Options getOptions(FieldConfig config);
    Option createOption(FieldConfig config, Long parentId, Long sequence, String value);
    Option findByOptionId(Long id);
    List<Option> findByOptionValue(String value);
}
