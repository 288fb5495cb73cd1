package com.atlassian.jira.issue.customfields.option;

import java.util.List;

public interface Options extends List<Option> {
    Option getOptionForValue(String value, Long parentOptionId);
    Option getOptionById(Long optionId);
    List<Option> getRootOptions();
}
