// Forms that create an issue for the one on the page: shows the page that a menu leads to as a dialog, and sends its form; picks days with
// the calendar of AUI; says what was created on the page of the issue. Listens to the document, because Jira builds menus when they are opened; without AUI, and where
// anything fails, the link leads to the page itself.
(function () {
    'use strict';

    var LINKS = '#decision-gates-raise-blocker, #decision-gates-create-decision, #decision-gates-raise-scope-change, '
        + '#decision-gates-approvals-scope-change';
    var PART = 'decision-gates-creation';
    var TITLE = 'decision-gates-creation-title';
    var MORE = '.decision-gates-creation-more';
    var CREATED = 'decision-gates-created';
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
        part.dispatchEvent(new CustomEvent('decision-gates-shown', {bubbles: true}));
    }

    // the heading and the buttons stay where they are when what is asked scrolls between them
    function show(section, part) {
        var header = section.querySelector('.aui-dialog2-header');
        var content = section.querySelector('.aui-dialog2-content');
        var footer = section.querySelector('.aui-dialog2-footer');
        if (!part) {
            throw new Error('the answer has no form');
        }
        [header, content, footer].forEach(function (place) {
            place.textContent = '';
        });
        content.appendChild(document.importNode(part, true));
        each(content, 'h1', function (heading) {
            var title = document.createElement('h2');
            title.id = heading.id;
            title.className = 'aui-dialog2-header-main';
            title.textContent = heading.textContent;
            header.appendChild(title);
            heading.remove();
        });
        each(content, '.buttons-container', function (buttons) {
            buttons.className = 'aui-dialog2-footer-actions';
            footer.appendChild(buttons);
        });
        content.scrollTop = 0;
        // before there are calendars: one would open over the form
        var first = content.querySelector('[aria-invalid="true"]') || content.querySelector('select, input.text, textarea')
            || footer.querySelector('a');
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

    // the page that says what was created is shown as a flag on the page of the issue, which is loaded again for its panels
    function leave(address, html) {
        var part = partOf(html);
        var created = part && part.querySelector('.decision-gates-creation-created');
        var back = part && part.querySelector('.decision-gates-creation-issue');
        if (!created || !back || !window.AJS.flag) {
            window.location.assign(address);
            return;
        }
        try {
            window.sessionStorage.setItem(CREATED, JSON.stringify({text: created.textContent, href: created.getAttribute('href')}));
            window.location.assign(back.getAttribute('href'));
        } catch (e) {
            window.location.assign(address);
        }
    }

    function tellWhatWasCreated() {
        var link = document.createElement('a');
        var created;
        try {
            created = JSON.parse(window.sessionStorage.getItem(CREATED));
            window.sessionStorage.removeItem(CREATED);
        } catch (e) {
            created = null;
        }
        if (created && window.AJS && window.AJS.flag) {
            link.textContent = created.text;
            link.setAttribute('href', created.href);
            link.className = 'decision-gates-creation-created';
            window.AJS.flag({type: 'success', close: 'auto', body: link.outerHTML});
        }
    }

    function send(section, form, pressed) {
        var data = new FormData(form);
        if (pressed && pressed.name) {
            data.append(pressed.name, pressed.value);
        }
        each(section, '[type="submit"]', function (button) {
            button.disabled = true;
        });
        fetch(form.getAttribute('action'), {method: 'POST', credentials: 'same-origin', body: new URLSearchParams(data)}).then(
            function (response) {
                return response.text().then(function (html) {
                    if (response.redirected) {
                        leave(response.url, html);
                    } else {
                        show(section, partOf(html));
                    }
                });
            }).catch(function () {
            each(section, '[type="submit"]', function (button) {
                button.disabled = false;
            });
            form.submit();
        });
    }

    function dialogOf(part) {
        var section = document.createElement('section');
        var dialog;
        section.className = 'aui-dialog2 aui-dialog2-medium aui-layer decision-gates-creation-dialog';
        section.setAttribute('role', 'dialog');
        section.setAttribute('aria-labelledby', TITLE);
        section.setAttribute('aria-modal', 'true');
        // a click beside it must not throw away what was typed
        section.setAttribute('data-aui-modal', 'true');
        section.setAttribute('data-aui-remove-on-hide', 'true');
        section.hidden = true;
        ['header', 'div', 'footer'].forEach(function (place) {
            var element = document.createElement(place);
            element.className = 'aui-dialog2-' + (place === 'div' ? 'content' : place);
            section.appendChild(element);
        });
        document.body.appendChild(section);
        dialog = window.AJS.dialog2(section);
        function close() {
            forgetDays();
            dialog.hide();
        }
        section.addEventListener('change', changed);
        section.addEventListener('submit', function (event) {
            event.preventDefault();
            send(section, event.target, event.submitter);
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
        show(section, part);
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
        tellWhatWasCreated();
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
