// Forms that create an issue for the one on the page: shows the page that a menu leads to as a dialog, and sends its form; picks days with
// the calendar of AUI. Listens to the document, because Jira builds menus when they are opened; without AUI, and where
// anything fails, the link leads to the page itself.
(function () {
    'use strict';

    var LINKS = '#decision-gates-raise-blocker, #decision-gates-create-decision';
    var PART = 'decision-gates-creation';
    var TITLE = 'decision-gates-creation-title';
    var MORE = '.decision-gates-creation-more';
    var pickers = [];

    function customersNotice(part) {
        var answer = part.querySelector('[name="customer-facing"]');
        var plan = part.querySelector(MORE);
        if (answer && plan) {
            plan.hidden = answer.value !== 'yes';
        }
    }

    function partOf(html) {
        return new DOMParser().parseFromString(html, 'text/html').getElementById(PART);
    }

    // the calendar of a form that is gone would go on listening
    function forgetDays() {
        pickers.forEach(function (picker) {
            picker.destroy();
        });
        pickers = [];
    }

    function pickDay(input) {
        var aui = window.AJS && window.AJS.$;
        if (aui && aui.fn.datePicker) {
            pickers.push(aui(input).datePicker({overrideBrowserDefault: true}));
            // AUI says of the field whether its calendar is open, which is allowed of this role alone
            input.setAttribute('role', 'combobox');
            input.setAttribute('aria-expanded', 'false');
        }
    }

    function each(part, selector, action) {
        Array.prototype.forEach.call(part.querySelectorAll(selector), action);
    }

    function enhance(part) {
        forgetDays();
        customersNotice(part);
        each(part, '[data-picker="day"]', pickDay);
    }

    function show(content, part) {
        content.textContent = '';
        content.appendChild(document.importNode(part, true));
        // before there are calendars: one would open over the form
        var first = content.querySelector('[aria-invalid="true"]') || content.querySelector('select, input.text, textarea');
        if (first) {
            first.focus();
        }
        enhance(content);
    }

    // the comment that was chosen begins the question, unless somebody has typed one; what a form has that was sent before was typed
    function beginQuestion(form) {
        var question = form.querySelector('[name="question"]');
        var comment = form.querySelector('[name="comment"]');
        var begun = question && question.value;
        if (!question || !form.hasAttribute('data-begun') || begun !== question.defaultValue) {
            return;
        }
        fetch(form.getAttribute('action') + '?issue=' + encodeURIComponent(form.querySelector('[name="issue"]').value) + '&comment='
            + encodeURIComponent(comment.value), {credentials: 'same-origin'}).then(function (answer) {
            return answer.text();
        }).then(function (html) {
            var part = partOf(html);
            var offered = part && part.querySelector('[name="question"]');
            if (offered && question.value === begun) {
                question.value = offered.defaultValue;
                question.defaultValue = offered.defaultValue;
            }
        }).catch(function () {
            // a question can be typed
        });
    }

    function changed(event) {
        var form = event.target.form;
        if (form && event.target.name === 'comment') {
            beginQuestion(form);
        }
        if (form && event.target.name === 'customer-facing') {
            customersNotice(form);
        }
    }

    function send(content, form, pressed) {
        var data = new FormData(form);
        if (pressed && pressed.name) {
            data.append(pressed.name, pressed.value);
        }
        each(form, '[type="submit"]', function (button) {
            button.disabled = true;
        });
        fetch(form.getAttribute('action'), {method: 'POST', credentials: 'same-origin', body: new URLSearchParams(data)}).then(
            function (response) {
                if (response.redirected) {
                    window.location.assign(response.url);
                    return null;
                }
                return response.text().then(function (html) {
                    show(content, partOf(html));
                });
            }).catch(function () {
            each(form, '[type="submit"]', function (button) {
                button.disabled = false;
            });
            form.submit();
        });
    }

    function dialogOf(part) {
        var section = document.createElement('section');
        var content = document.createElement('div');
        var dialog;
        section.className = 'aui-dialog2 aui-dialog2-medium aui-layer decision-gates-creation-dialog';
        section.setAttribute('role', 'dialog');
        section.setAttribute('aria-labelledby', TITLE);
        section.setAttribute('aria-modal', 'true');
        // a click beside it must not throw away what was typed
        section.setAttribute('data-aui-modal', 'true');
        section.setAttribute('data-aui-remove-on-hide', 'true');
        section.hidden = true;
        content.className = 'aui-dialog2-content';
        section.appendChild(content);
        document.body.appendChild(section);
        dialog = window.AJS.dialog2(section);
        function close() {
            forgetDays();
            dialog.hide();
        }
        section.addEventListener('change', changed);
        section.addEventListener('submit', function (event) {
            event.preventDefault();
            send(content, event.target, event.submitter);
        });
        section.addEventListener('keydown', function (event) {
            // the first Escape closes a calendar
            if (event.key === 'Escape' && !document.querySelector('aui-inline-dialog[open]')) {
                close();
            }
        });
        section.addEventListener('click', function (event) {
            if (event.target.closest('.cancel, .decision-gates-creation-issue')) {
                event.preventDefault();
                close();
            }
        });
        dialog.show();
        show(content, part);
    }

    document.addEventListener('click', function (event) {
        var link = event.target.closest && event.target.closest(LINKS);
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !window.AJS || !window.AJS.dialog2) {
            return;
        }
        event.preventDefault();
        fetch(link.href, {credentials: 'same-origin'}).then(function (response) {
            return response.text();
        }).then(function (html) {
            dialogOf(partOf(html));
        }).catch(function () {
            window.location.assign(link.href);
        });
    });

    // the page of its own
    function begin() {
        var part = document.getElementById(PART);
        if (part) {
            part.addEventListener('change', changed);
            enhance(part);
        }
    }

    if (document.readyState === 'loading') {
        document.addEventListener('DOMContentLoaded', begin);
    } else {
        begin();
    }
}());
