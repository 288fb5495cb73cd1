package org.decisiongates.sandbox.jira.api;

import java.util.ArrayList;
import java.util.List;

import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.customfields.option.Options;

/** The choices of a field as apps see them. */
final class SandboxOptions extends ArrayList<Option> implements Options {

    SandboxOptions(List<Option> options) {
        super(options);
    }

    @Override
    public Option getOptionForValue(String value, Long parentOptionId) {
        return stream().filter(option -> option.getValue().equals(value)).findFirst().orElse(null);
    }

    @Override
    public Option getOptionById(Long optionId) {
        return stream().filter(option -> option.getOptionId().equals(optionId)).findFirst().orElse(null);
    }

    @Override
    public List<Option> getRootOptions() {
        return this;
    }
}
