/**
 * Jira's pages and its documented REST. What tests and scripts may rely on:
 * <ul>
 * <li>log in: {@code #login-form-username}, {@code #login-form-password}, {@code #login-form-submit}; log out: {@code #log_out}</li>
 * <li>header: {@code #create_link}, {@code #quickSearchInput}, {@code #admin_menu},
 * {@code #header-details-user-fullname[data-username]}</li>
 * <li>create: {@code #project}, {@code #issuetype}, {@code #issue-create-next}, then fields and {@code #issue-create-submit}</li>
 * <li>issue: {@code #key-val[data-issue-key]}, {@code #summary-val}, {@code #status-val}, {@code #type-val}, {@code #assignee-val},
 * {@code #due-date-val}, {@code #customfield_N-val}, {@code #edit-issue}, {@code #opsbar-operations_more}, {@code #link-issue},
 * {@code #comment} with {@code #issue-comment-add-submit}, {@code #changehistory-tabpanel}, tabs of apps by the key
 * of their module, panels of apps {@code [data-panel]}</li>
 * <li>transitions: {@code #action_id_N}; their screen ends with {@code #issue-workflow-transition-submit}</li>
 * <li>fields of forms: their field id ({@code #summary}, {@code #duedate}, {@code #assignee}, {@code #customfield_10000}); an error is
 * {@code .error[data-field=…]} under its field, errors about the whole form are {@code .aui-message.aui-message-error}</li>
 * <li>navigator: {@code #advanced-search}, {@code #search-submit}, {@code #jql-errors}, {@code .issuerow[data-issuekey]},
 * {@code .results-count-total}</li>
 * <li>administration: {@code #admin-workflows}, {@code #admin-users}, {@code #admin-fields}, {@code #admin-projects}; a workflow's
 * {@code #create-draft}, {@code #publish-draft}, {@code #discard-draft}, {@code #edit-xml}; a transition's {@code #add-validator},
 * {@code [data-validator=N]} with {@code .edit-validator} and {@code .delete-validator}; a validator's form {@code #validator-submit}</li>
 * </ul>
 */
package org.decisiongates.sandbox.jira.web;
