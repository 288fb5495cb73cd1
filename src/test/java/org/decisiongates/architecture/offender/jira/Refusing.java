package org.decisiongates.architecture.offender.jira;

import java.util.Map;

import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.Validator;

final class Refusing implements Validator {

    @Override
    public void validate(Map variables, Map arguments, PropertySet properties) {
        throw new IllegalStateException();
    }
}
