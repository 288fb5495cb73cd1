package com.atlassian.jira.util;

import java.util.Date;

public interface DateFieldFormat {
    String formatDatePicker(Date date);

    Date parseDatePicker(String text);
}
