// Readiness on the page of an issue: edits a missing field in place, by Jira's own REST. Listens to the document, because Jira puts panels
// into pages that are there already; without it the panel is a list with links to the edit form.
(function () {
    'use strict';

    var PANEL = '.decision-gates-readiness';
    var VALUE = 'decision-gates-readiness-value';

    document.documentElement.classList.add('decision-gates-readiness-scripted');

    function one(panel, selector) {
        return panel.querySelector(selector);
    }

    function form(panel) {
        return one(panel, 'form');
    }

    function input(panel) {
        return one(panel, '[id="' + VALUE + '"]');
    }

    function showStatus(panel, text, failed) {
        var status = one(panel, PANEL + '-status');
        status.classList.toggle('decision-gates-readiness-failed', Boolean(failed));
        status.textContent = text;
    }

    function showError(panel, text) {
        var error = one(panel, '[id="decision-gates-readiness-error"]');
        error.textContent = text;
        error.hidden = !text;
        input(panel).setAttribute('aria-invalid', text ? 'true' : 'false');
        if (text) {
            input(panel).focus();
        }
    }

    // the kind of input is that of the field, and its text goes from one item to the next with nothing in it
    function putInput(panel, control) {
        var old = input(panel);
        var fresh = document.createElement(control === 'LINES' ? 'textarea' : 'input');
        if (control === 'LINES') {
            fresh.rows = 4;
        } else {
            fresh.type = control === 'DAY' ? 'date' : 'text';
        }
        fresh.id = VALUE;
        fresh.className = (control === 'LINES' ? 'textarea' : 'text') + ' full-width-field';
        fresh.autocomplete = 'off';
        fresh.setAttribute('aria-describedby', old.getAttribute('aria-describedby'));
        old.replaceWith(fresh);
    }

    function openForm(panel, item) {
        var shown = form(panel);
        var control = item.getAttribute('data-control');
        var hint = one(panel, '[id="decision-gates-readiness-hint"]');
        showStatus(panel, '');
        putInput(panel, control);
        shown.setAttribute('data-field', item.getAttribute('data-field'));
        shown.setAttribute('data-control', control);
        one(shown, 'label').textContent = item.getAttribute('data-label');
        hint.textContent = control === 'USER' ? hint.getAttribute('data-user') : control === 'LINES' ? hint.getAttribute('data-lines') : '';
        one(shown, '[data-action="me"]').hidden = control !== 'USER' || !panel.getAttribute('data-viewer');
        item.appendChild(shown);
        shown.hidden = false;
        showError(panel, '');
        input(panel).focus();
    }

    function closeForm(panel) {
        var item = form(panel).closest(PANEL + '-item');
        form(panel).hidden = true;
        panel.appendChild(form(panel));
        return item;
    }

    function cancel(panel) {
        var item = closeForm(panel);
        var button = item && one(item, '[data-action="fix"]');
        if (button) {
            button.focus();
        }
    }

    function json(text) {
        try {
            return JSON.parse(text);
        } catch (e) {
            return null;
        }
    }

    // what Jira says against the value, else that it said nothing
    function errorOf(panel, text) {
        var answer = json(text) || {};
        var texts = (answer.errorMessages || []).concat(Object.keys(answer.errors || {}).map(function (name) {
            return answer.errors[name];
        }));
        return texts.length > 0 ? texts.join(' ') : panel.getAttribute('data-unreachable');
    }

    // what the server writes is the only markup there is
    function refresh(panel) {
        return fetch(panel.getAttribute('data-address'), {credentials: 'same-origin'}).then(function (answer) {
            return answer.text().then(function (text) {
                var fresh = answer.ok && new DOMParser().parseFromString(text, 'text/html').querySelector(PANEL + '-shown');
                if (!fresh) {
                    throw new Error('no panel');
                }
                one(panel, PANEL + '-shown').replaceWith(document.importNode(fresh, true));
            });
        });
    }

    function finish(panel) {
        closeForm(panel);
        return refresh(panel).then(function () {
            var next = one(panel, '[data-action="fix"]') || one(panel, 'summary');
            showStatus(panel, panel.getAttribute('data-saved'));
            if (next) {
                next.focus();
            }
        }, function () {
            // it is stored: what must not stay is a panel that says otherwise
            window.location.reload();
        });
    }

    // one request at a time: a second press of Enter must not send a second edit
    function save(panel) {
        var shown = form(panel);
        var value = input(panel).value;
        var fields = {};
        if (panel.getAttribute('aria-busy') === 'true') {
            return;
        }
        if (!value.trim()) {
            showError(panel, panel.getAttribute('data-nothing'));
            return;
        }
        fields[shown.getAttribute('data-field')] = shown.getAttribute('data-control') === 'USER' ? {name: value.trim()} : value;
        panel.setAttribute('aria-busy', 'true');
        fetch(panel.getAttribute('data-issue'), {
            method: 'PUT',
            credentials: 'same-origin',
            headers: {'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check'},
            body: JSON.stringify({fields: fields})
        }).then(function (answer) {
            return answer.text().then(function (text) {
                return answer.ok ? finish(panel) : showError(panel, errorOf(panel, text));
            });
        }).then(function () {
            panel.removeAttribute('aria-busy');
        }, function () {
            panel.removeAttribute('aria-busy');
            showError(panel, panel.getAttribute('data-unreachable'));
        });
    }

    document.addEventListener('click', function (event) {
        var button = event.target.closest && event.target.closest(PANEL + ' [data-action]');
        var panel = button && button.closest(PANEL);
        if (!button) {
            return;
        }
        switch (button.getAttribute('data-action')) {
        case 'fix':
            openForm(panel, button.closest(PANEL + '-item'));
            break;
        case 'me':
            input(panel).value = panel.getAttribute('data-viewer');
            save(panel);
            break;
        default:
            cancel(panel);
        }
    });

    // what is recorded elsewhere on the page may be what was missing here
    document.addEventListener('decision-gates-record-changed', function () {
        Array.prototype.forEach.call(document.querySelectorAll(PANEL), function (panel) {
            if (!form(panel) || form(panel).hidden) {
                refresh(panel).catch(function () {
                    window.location.reload();
                });
            }
        });
    });

    document.addEventListener('submit', function (event) {
        if (event.target.matches(PANEL + ' form')) {
            event.preventDefault();
            save(event.target.closest(PANEL));
        }
    });

    // Jira has keys of its own for single letters and Escape: they are not meant while somebody types here
    document.addEventListener('keydown', function (event) {
        var panel = event.target.closest && event.target.closest(PANEL);
        if (panel && event.key === 'Escape' && !form(panel).hidden) {
            event.stopPropagation();
            cancel(panel);
        }
    }, true);
}());
